namespace MatNotebooks.Simulation.Campaigns;

/// <summary>One task of a campaign by name.</summary>
/// <param name="Name">Name in the ledger.</param>
/// <param name="Task">What to compute.</param>
public sealed record CampaignJob(string Name, CalculationTask Task);
