namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>What a campaign may spend; it ends with the first that is used up.</summary>
public sealed record CampaignBudget
{
    /// <summary>Candidates that are simulated, failures counted | 1 to 1,000,000. The default is 100.</summary>
    public int Simulations { get; init => field = DefinitionRange.Within(value, 1, 1_000_000, nameof(Simulations)); } = 100;

    /// <summary>Time of all cores that are held for it, idle ones counted | core-hours, 0.0001 to 1,000,000. The default is 10.</summary>
    public double CoreHours { get; init => field = DefinitionRange.Within(value, 1e-4, 1e6, "core-hours", nameof(CoreHours)); } = 10;

    /// <summary>The same | core-seconds.</summary>
    internal double CoreSeconds => 3600 * CoreHours;
}
