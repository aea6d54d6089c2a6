using MatNotebooks.Frameworks.Mpbf.Transfer;

namespace MatNotebooks.Bench.Mpbf;

/// <summary>A finished task and seed, as the journal keeps it.</summary>
/// <param name="Recipe">Which recipe computed it.</param>
/// <param name="Sources">Commit of the sources that computed it.</param>
/// <param name="Seconds">How long it took beside another one | s.</param>
/// <param name="Outcome">What came of it.</param>
internal sealed record TransferRecord(int Recipe, string Sources, double Seconds, TaskOutcome Outcome);
