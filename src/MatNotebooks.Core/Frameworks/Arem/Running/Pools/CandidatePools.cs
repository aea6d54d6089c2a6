using MatNotebooks.Frameworks.Arem.Running.Definitions;

namespace MatNotebooks.Frameworks.Arem.Running.Pools;

/// <summary>The pools that a campaign's file can name.</summary>
public static class CandidatePools
{
    /// <summary>Makes the pool of a campaign; the same definition gives the same pool everywhere.</summary>
    /// <exception cref="DefinitionException">The pool does not exist, or has no such property.</exception>
    /// <exception cref="FileNotFoundException">Its recorded labels are not on this machine.</exception>
    public static ICandidatePool Of(CampaignDefinition definition)
    {
        var pool = Of(definition.Pool, definition.Seed);
        foreach (var window in definition.Goal)
            if (!pool.Properties.ContainsKey(window.Property))
                throw new DefinitionException(
                    $"The goal asks for '{window.Property}', which the pool {definition.Pool.Kind} does not have; it can be {string.Join(", ", pool.Properties.Select(one => $"{one.Key} ({one.Value})"))}.");
        return pool;
    }

    internal static ICandidatePool Of(PoolDefinition pool, int seed) => pool switch
    {
        { Kind: "molecules", Labels: "computed" } => new ComputedMolecules(pool, seed),
        { Kind: "molecules" } => new RecordedMolecules(pool),
        { Kind: "octet", Labels: "computed" } => new OctetCrystals(pool),
        { Kind: "octet" } => throw new DefinitionException("The pool octet has no recorded labels for a campaign; write labels: computed."),
        { Labels: "computed" } => throw new DefinitionException("The pool perovskites has recorded labels only; write labels: recorded."),
        _ => new RecordedPerovskites(pool),
    };
}
