using System.Collections.Immutable;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.PgGos.Search;

/// <summary>One call of the oracle.</summary>
/// <param name="Number">Which call it was, from 1.</param>
/// <param name="Place">Place of the candidate in the pool, from 0.</param>
/// <param name="Candidate">Who was asked about.</param>
/// <param name="Values">Value by name of the property; empty when it failed.</param>
/// <param name="IsHit">Whether the candidate meets the target.</param>
/// <param name="Failure">Why there are no values; null when there are.</param>
public sealed record SearchCall(
    int Number, int Place, Candidate Candidate, ImmutableDictionary<string, double> Values, bool IsHit, CalculationFailure? Failure);
