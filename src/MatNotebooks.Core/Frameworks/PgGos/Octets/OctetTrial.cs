using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Reinforcement;
using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>An octet compound that a search asked about: what its model promised before, and what the oracle said.</summary>
/// <param name="Candidate">The compound in its structure.</param>
/// <param name="Call">The oracle's answer.</param>
/// <param name="Promised">Mean and standard deviation of each property of the target when it was chosen, by name | its unit; empty for a policy without a model, and for the first choices.</param>
public sealed record OctetTrial(OctetCandidate Candidate, SearchCall Call, ImmutableDictionary<string, PropertyEstimate> Promised)
{
    /// <summary>"as wanted", "not as wanted", or "failed".</summary>
    public string Verdict => Call.Failure is not null ? "failed" : Call.IsHit ? "as wanted" : "not as wanted";
}
