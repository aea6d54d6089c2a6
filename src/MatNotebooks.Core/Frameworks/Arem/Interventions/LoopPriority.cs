namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>Loop prioritisation, against a pipeline bottleneck: where simulations run blindly because screening is behind, the closed loop goes first and a pre-selection is screened.</summary>
/// <param name="Most">Share of simulations that may be blind | 0 to 1. The default is 0.15.</param>
public sealed record LoopPriority(double Most = 0.15) : ISteeringIntervention
{
    private const double Preselected = 0.1; // of the pool: what is screened first

    /// <inheritdoc/>
    public string Name => "loop prioritisation";

    /// <inheritdoc/>
    public string Risk => "pipeline bottlenecks";

    /// <inheritdoc/>
    public bool IsNeeded(in CampaignVitals vitals) => vitals.BlindShare > Most;

    /// <inheritdoc/>
    public CampaignPlan Apply(CampaignPlan plan, in CampaignVitals vitals) =>
        IsNeeded(vitals) ? plan with { Settings = plan.Settings with { ScreeningCost = plan.Settings.ScreeningCost * Preselected } } : plan;
}
