namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>Adaptive model scaling, against training overload and latency: where a new model is too long in coming, it is made smaller.</summary>
/// <param name="Longest">From one model to the next | share of the campaign, greater than 0. The default is 1/10.</param>
public sealed record ModelScaling(double Longest = 0.1) : ISteeringIntervention
{
    /// <inheritdoc/>
    public string Name => "adaptive model scaling";

    /// <inheritdoc/>
    public string Risk => "training overload, latency";

    /// <inheritdoc/>
    public bool IsNeeded(in CampaignVitals vitals) => vitals.RefreshShare > Longest;

    /// <inheritdoc/>
    public CampaignPlan Apply(CampaignPlan plan, in CampaignVitals vitals)
    {
        if (!IsNeeded(vitals)) return plan;
        var (settings, smaller) = (plan.Settings, Longest / vitals.RefreshShare);
        return plan with { Settings = settings with { TrainingCost = settings.TrainingCost * smaller, StartCost = settings.StartCost * smaller } };
    }
}
