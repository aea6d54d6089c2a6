using MatNotebooks.Frameworks.Arem.Policies;

namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>Equilibrium rebalancing, against fragmentation: where cores stand idle in one layer while another has work, AREM divides them instead.</summary>
/// <param name="Most">Share of the core-seconds that may be idle | 0 to 1. The default is 0.05.</param>
public sealed record EquilibriumRebalancing(double Most = 0.05) : ISteeringIntervention
{
    /// <inheritdoc/>
    public string Name => "equilibrium rebalancing";

    /// <inheritdoc/>
    public string Risk => "resource fragmentation";

    /// <inheritdoc/>
    public bool IsNeeded(in CampaignVitals vitals) => vitals.IdleShare > Most;

    /// <inheritdoc/>
    public CampaignPlan Apply(CampaignPlan plan, in CampaignVitals vitals) => IsNeeded(vitals) ? plan with { Policy = () => new AremPolicy() } : plan;
}
