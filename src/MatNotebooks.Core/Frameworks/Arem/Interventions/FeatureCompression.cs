using MatNotebooks.Frameworks.Arem.Campaigns;

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
    public CampaignSettings Apply(CampaignSettings settings, in CampaignVitals vitals) =>
        IsNeeded(vitals) ? settings with { FineCost = Math.Max(settings.CoarseCost, settings.FineCost * Most / vitals.EncodingShare) } : settings;
}
