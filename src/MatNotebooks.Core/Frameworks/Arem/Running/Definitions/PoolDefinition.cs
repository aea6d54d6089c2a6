namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>The candidates of a campaign, and who labels them.</summary>
public sealed record PoolDefinition
{
    /// <summary>Kinds of pool: small molecules (xTB), octet compounds (GPAW), Castelli's perovskites (recorded).</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["molecules", "octet", "perovskites"];

    /// <summary>Who labels: a simulator, or a table in which somebody's calculations stand.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["computed", "recorded"];

    /// <summary>Which pool, one of <see cref="Kinds"/>.</summary>
    public required string Kind { get; init => field = DefinitionRange.OneOf(value, Kinds, nameof(Kind)); }

    /// <summary>Who labels, one of <see cref="Sources"/>. The default is computed; of perovskites, whose labels are recorded only, recorded.</summary>
    public string Labels
    {
        get => field ?? (Kind == "perovskites" ? "recorded" : "computed");
        init => field = DefinitionRange.OneOf(value, Sources, nameof(Labels));
    }

    /// <summary>How many molecules, small ones first | 50 to 100,000. The default is 2,400, most of them with 5 heavy atoms. Other pools have the size they have.</summary>
    public int Count { get; init => field = DefinitionRange.Within(value, 50, 100_000, nameof(Count)); } = 2400;

    /// <summary>Molecules with fewer atoms beside hydrogen are left out | 1 to 9. The default is 1.</summary>
    public int LeastHeavyAtoms { get; init => field = DefinitionRange.Within(value, 1, 9, nameof(LeastHeavyAtoms)); } = 1;

    /// <summary>How long a recorded label takes to come, on a worker's core | s, 0 to 3600. The default is 0.</summary>
    public double Seconds { get; init => field = DefinitionRange.Within(value, 0, 3600, "s", nameof(Seconds)); }

    /// <summary>The simulator's program: xtb, or the Python that has GPAW. The default is the calculator's own.</summary>
    public string? Program { get; init; }

    /// <summary>k-points along each reciprocal vector in GPAW | 1 to 32. The default is 6.</summary>
    public int KPoints { get; init => field = DefinitionRange.Within(value, 1, 32, nameof(KPoints)); } = 6;
}
