namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>Elastic provisioning, against over-steering: where the division swings to and fro faster than tasks end, cores are divided less often.</summary>
/// <param name="Most">Share of decisions that may reverse the one before | 0 to 1. The default is 0.1.</param>
public sealed record ElasticProvisioning(double Most = 0.1) : ISteeringIntervention
{
    /// <inheritdoc/>
    public string Name => "elastic provisioning";

    /// <inheritdoc/>
    public string Risk => "over-steering";

    /// <inheritdoc/>
    public bool IsNeeded(in CampaignVitals vitals) => vitals.Reversals > Most;

    /// <inheritdoc/>
    public CampaignPlan Apply(CampaignPlan plan, in CampaignVitals vitals) => IsNeeded(vitals)
        ? plan with { Settings = plan.Settings with { Interval = Math.Max(plan.Settings.Interval * 2, plan.Settings.Simulation.Mean / plan.Settings.Duration) } }
        : plan;
}
