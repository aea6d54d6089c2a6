using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Frameworks.PgGos.Policies;

namespace MatNotebooks.Frameworks.PgGos.Perovskites;

/// <summary>What chemistry says of perovskites before anything is computed: features of the sites, ions that balance, and what to expect of them.</summary>
public sealed class PerovskiteChemistry
{
    private const double PlausibleEase = 0.3;

    /// <summary>Describes candidates.</summary>
    /// <param name="pool">At least one.</param>
    /// <param name="withRules">Whether charges, radii and filled shells may be used; without them only facts about single elements remain.</param>
    public PerovskiteChemistry(IReadOnlyList<Perovskite> pool, ChemistryRules withRules = ChemistryRules.Used)
    {
        Ions = [.. pool.Select(PerovskiteIons.Of)];
        Rules = withRules;
        var anions = pool.Select(candidate => new[] { "N", "O", "F", "S" }.Select(symbol => (double)candidate.Anions.Count(anion => anion.Symbol == symbol)).ToArray()).ToArray();
        Features = withRules == ChemistryRules.Used
            ? PoolFeatures.Of(
                ("A", [.. pool.Zip(Ions, (candidate, ions) => Site(candidate.A, ions.A))]), ("B", [.. pool.Zip(Ions, (candidate, ions) => Site(candidate.B, ions.B))]),
                ("X", anions), ("rules", [.. Ions.Select(RuleFeatures)]), ("shells", [.. Ions.Select(ShellFeatures)]), ("bonds", [.. pool.Zip(Ions, BondFeatures)]))
            : PoolFeatures.Of(("A", [.. pool.Select(candidate => Site(candidate.A))]), ("B", [.. pool.Select(candidate => Site(candidate.B))]), ("X", anions));
        Sites = [[.. pool.Select(candidate => candidate.A.Number)], [.. pool.Select(candidate => candidate.B.Number)]];
    }

    /// <summary>Whether rules are used.</summary>
    public ChemistryRules Rules { get; }

    /// <summary>The ions of each candidate.</summary>
    public ImmutableArray<PerovskiteIons> Ions { get; }

    /// <summary>Features: A, B, X and, with rules, rules and shells.</summary>
    public PoolFeatures Features { get; }

    /// <summary>Atomic number on A and on B, (2)(candidates).</summary>
    internal int[][] Sites { get; }

    /// <summary>Whether a chemist would begin with this one: neutral, shells filled, sizes that fit. Without rules all are alike.</summary>
    internal bool IsPlausible(int place) => Rules == ChemistryRules.Left || Ions[place] is { Ease: > PlausibleEase, Fits: true };

    /// <summary>The heat of formation that rules let expect | eV per cell of five atoms.</summary>
    internal double ExpectedHeat(int place)
    {
        if (Rules == ChemistryRules.Left) return 1.5;
        var ions = Ions[place];
        return !ions.IsClosedShell ? 1.5 + (0.15 * Math.Min(ions.Imbalance, 4)) : ions.Fits ? 0.5 : 0.9;
    }

    /// <summary>The gap that rules let expect, below 0 for metals | eV.</summary>
    internal double ExpectedGap(int place, double rise)
    {
        if (Rules == ChemistryRules.Left) return -1;
        var ions = Ions[place];
        if (!ions.IsClosedShell) return -2;
        return ions.Tolerance > 0.75 ? -1 + (rise * Math.Sqrt(ions.Ease) * Math.Clamp(ions.AnionElectronegativity - 2.9, 0, 1)) : -1;
    }

    private static double[] Site(Element element) => [element.Electronegativity ?? 1.5, element.CovalentRadius ?? 1.5, element.Period, element.ValenceElectrons];

    private static double[] Site(Element element, ClosedShellIon ion) => [.. Site(element), ion.Charge];

    private static double[] RuleFeatures(PerovskiteIons ions) =>
    [
        ions.IsClosedShell ? 1 : 0, ions.Ease, Math.Min(ions.Imbalance, 4), Math.Clamp(ions.Tolerance, 0.5, 1.3), Math.Clamp(ions.Octahedral, 0.2, 1), ions.IsEven ? 1 : 0,
    ];

    /// <summary>Where levels lie: empty ones at the more electronegative cation, filled ones at the less electronegative anion.</summary>
    private static double[] BondFeatures(Perovskite candidate, PerovskiteIons ions)
    {
        var (a, b) = (candidate.A.Electronegativity ?? 1.5, candidate.B.Electronegativity ?? 1.5);
        var cations = ((ions.A.Charge * a) + (ions.B.Charge * b)) / (ions.A.Charge + ions.B.Charge);
        return [Math.Max(a, b), ions.AnionElectronegativity - cations, candidate.Anions.Min(anion => anion.Electronegativity!.Value)];
    }

    private static double[] ShellFeatures(PerovskiteIons ions) =>
    [
        .. new[] { Shell.FilledD, Shell.LonePair, Shell.LigandField }.SelectMany(shell => new double[] { ions.A.Shell == shell ? 1 : 0, ions.B.Shell == shell ? 1 : 0 }),
        Math.Pow(Math.Clamp(ions.Tolerance, 0.5, 1.3) - 0.95, 2),
    ];
}

/// <summary>Whether rules of chemistry take part.</summary>
public enum ChemistryRules
{
    /// <summary>Charges, radii and filled shells take part.</summary>
    Used,

    /// <summary>Only facts about single elements take part.</summary>
    Left,
}
