namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>Selective feature compression, against over-encoding: where encoding takes more than its part, features are encoded more cheaply.</summary>
/// <param name="Most">What encoding may take | share of the core-seconds, 0 to 1. The default is 0.1.</param>
public sealed record FeatureCompression(double Most = 0.1) : ISteeringIntervention
{
    /// <inheritdoc/>
    public string Name => "selective feature compression";

    /// <inheritdoc/>
    public string Risk => "over-encoding, storage strain";

    /// <inheritdoc/>
    public bool IsNeeded(in CampaignVitals vitals) => vitals.EncodingShare > Most;

    /// <inheritdoc/>
    public CampaignPlan Apply(CampaignPlan plan, in CampaignVitals vitals)
    {
        if (!IsNeeded(vitals)) return plan;
        var (settings, kept) = (plan.Settings, Most / vitals.EncodingShare);
        var coarse = settings.CoarseCost * kept;
        return plan with { Settings = settings with { CoarseCost = coarse, FineCost = Math.Max(coarse, settings.FineCost * kept) } };
    }
}
