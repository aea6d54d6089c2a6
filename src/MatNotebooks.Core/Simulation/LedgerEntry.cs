namespace MatNotebooks.Simulation;

/// <summary>One finished calculation in a ledger.</summary>
/// <param name="Id">Name of what was computed.</param>
/// <param name="InputHash">Hash of settings and crystal, by the calculator.</param>
/// <param name="Result">The result; null when it failed.</param>
/// <param name="Failure">Why it failed; null when there is a result.</param>
public sealed record LedgerEntry(string Id, string InputHash, SinglePoint? Result, CalculationFailure? Failure);
