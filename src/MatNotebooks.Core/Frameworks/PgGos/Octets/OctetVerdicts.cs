using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Physics;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>
/// The recorded calculations of the octet table as judge of designs: the label is the table's, whatever model proposed the crystal. Between
/// two recorded lattice constants (3 % apart) the gap is read along a line; beyond the outermost nothing is said.
/// </summary>
public sealed class OctetVerdicts
{
    private const double Beyond = 0.005; // of the lattice constant, past the outermost calculation
    private const double SymmetryTolerance = 0.05; // Å

    private readonly Dictionary<(string Elements, string Structure), (OctetSeries Series, double Equilibrium)> series = [];

    /// <summary>Takes a table; series without a minimum are left out.</summary>
    public OctetVerdicts(OctetDataset table)
    {
        foreach (var one in table.Series)
            if (Equilibrium(one) is { } equilibrium)
                series[(ElementsOf(one.Records[0].Crystal), one.Prototype.Name)] = (one, equilibrium);
    }

    /// <summary>Compounds that can be judged, in the order of the table.</summary>
    public IReadOnlyList<string> Compounds => [.. series.Values.Select(pair => pair.Series.Compound).Distinct()];

    /// <summary>Lattice constant of least energy of a series, by its Birch–Murnaghan curve | Å; null where there is no minimum.</summary>
    public static double? Equilibrium(OctetSeries series)
    {
        if (series.Records.Count < 4 || !EquationOfState.TryFit(series.Volumes, series.Energies, out var fit, out _)) return null;
        return Prototype.LatticeConstant(fit.Curve.Volume);
    }

    /// <summary>What the table says of a crystal; null where it is none of the two structures, the compound is not in the table, or the lattice constant is outside what was calculated.</summary>
    public OctetVerdict? Of(Crystal crystal)
    {
        if (StructureOf(crystal) is not { } structure || !series.TryGetValue((ElementsOf(crystal), structure), out var found)) return null;
        var a = Math.Cbrt(8 * crystal.Volume / crystal.Sites.Length); // the conventional cell has eight atoms
        var constants = found.Series.LatticeConstants;
        if (a < constants[0] * (1 - Beyond) || a > constants[^1] * (1 + Beyond)) return null;
        var right = Math.Clamp(Array.FindIndex(constants, constant => constant >= a) is var place and >= 0 ? place : constants.Length - 1, 1, constants.Length - 1);
        var (left, share) = (found.Series.Records[right - 1], (a - constants[right - 1]) / (constants[right] - constants[right - 1]));
        var gap = Math.Max(0, left.Gap + (share * (found.Series.Records[right].Gap - left.Gap)));
        return new(found.Series.Compound, structure, a, gap, 100 * ((a / found.Equilibrium) - 1));
    }

    private static string ElementsOf(Crystal crystal) => string.Join('-', crystal.Sites.Select(site => site.Element.Symbol).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Rocksalt or zincblende by the space group: of one element simple cubic or diamond.</summary>
    private static string? StructureOf(Crystal crystal)
    {
        if (crystal.Sites.Length > 2 || crystal.Composition.Amounts.Values.Distinct().Count() > 1) return null;
        try
        {
            return (crystal.Composition.Elements.Count, SymmetryFinder.Find(crystal, SymmetryTolerance).Number) switch
            {
                (2, 225) or (1, 221) => Prototype.Rocksalt.Name,
                (2, 216) or (1, 227) => Prototype.Zincblende.Name,
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null; // atoms on one another
        }
    }
}
