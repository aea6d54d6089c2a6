namespace MatNotebooks.Bench.Arem;

/// <summary>A finished simulated campaign, as its ledger keeps it.</summary>
/// <param name="Sources">Commit of the sources that ran it.</param>
/// <param name="Campaign">Which campaign.</param>
/// <param name="Policy">Who divided.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Budget">Core-seconds of the budget.</param>
/// <param name="Discoveries">Core-seconds at each discovery.</param>
/// <param name="Utilisation">Share of the core-seconds with a task.</param>
/// <param name="Simulations">Labels.</param>
/// <param name="Tried">Campaigns run to find it; 1 but for searches in hindsight.</param>
/// <param name="Shares">The split; empty where it is not fixed.</param>
internal sealed record CampaignRecord(
    string Sources, string Campaign, string Policy, int Seed, double Budget, double[] Discoveries, double Utilisation, int Simulations, int Tried, double[] Shares);
