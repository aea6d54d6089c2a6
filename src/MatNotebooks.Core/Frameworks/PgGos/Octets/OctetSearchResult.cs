using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>What a search among octet compounds asked and found.</summary>
/// <param name="Search">The search, with its target, candidates and filters.</param>
/// <param name="Calls">Calls and why they ended.</param>
/// <param name="Trials">Every call with what was promised of its candidate, in order.</param>
public sealed record OctetSearchResult(OctetSearch Search, SearchResult Calls, ImmutableArray<OctetTrial> Trials)
{
    /// <summary>The designs that are as wanted, in the order they were found.</summary>
    public ImmutableArray<OctetTrial> Hits => [.. Trials.Where(trial => trial.Call.IsHit)];

    /// <summary>How many were found with how many calls, or how near it came.</summary>
    public override string ToString() => Calls.Summary;
}
