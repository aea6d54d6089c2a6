using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Graphs.Neighbors;
using MatNotebooks.Physics;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>
/// The recorded calculations of the octet table as judge of designs: the label is the table's, whatever model proposed the crystal. Between
/// two recorded lattice constants (3 % apart) the gap is read along a line; beyond the outermost nothing is said.
/// </summary>
public sealed class OctetVerdicts
{
    private const double Beyond = 0.005; // of the lattice constant, past the outermost calculation
    private const double Tolerance = 0.01; // of the lattice constant, for the distances of the two structures
    private const int SecondShell = 12;

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
        var a = Math.Cbrt(8 * crystal.Volume / crystal.Sites.Length); // the conventional cell has eight atoms
        if (StructureOf(crystal, a) is not { } structure || !series.TryGetValue((ElementsOf(crystal), structure), out var found)) return null;
        var constants = found.Series.LatticeConstants;
        if (a < constants[0] * (1 - Beyond) || a > constants[^1] * (1 + Beyond)) return null;
        var right = Math.Clamp(Array.FindIndex(constants, constant => constant >= a) is var place and >= 0 ? place : constants.Length - 1, 1, constants.Length - 1);
        var (left, share) = (found.Series.Records[right - 1], (a - constants[right - 1]) / (constants[right] - constants[right - 1]));
        var gap = Math.Max(0, left.Gap + (share * (found.Series.Records[right].Gap - left.Gap)));
        return new(found.Series.Compound, structure, a, gap, 100 * ((a / found.Equilibrium) - 1));
    }

    private static string ElementsOf(Crystal crystal) => string.Join('-', crystal.Sites.Select(site => site.Element.Symbol).Distinct().Order(StringComparer.Ordinal));

    /// <summary>
    /// Rocksalt or zincblende by the shells round every atom: six or four of the other element, twelve of the same, and nothing more below
    /// 0.8 a, where wurtzite has one. With one element: simple cubic and diamond.
    /// </summary>
    private static string? StructureOf(Crystal crystal, double a)
    {
        var elements = crystal.Composition.Amounts.Values.ToArray();
        if (elements.Length > 2 || elements.Distinct().Count() > 1 || crystal.ShortestDistance() < Tolerance * a) return null;
        var search = NeighborSearch.Run(crystal, new() { Cutoff = 0.8 * a, MaxNeighbors = null });
        return AllAre(6, 0.5 * a) ? Prototype.Rocksalt.Name : AllAre(4, Math.Sqrt(3) / 4 * a) ? Prototype.Zincblende.Name : null;

        bool AllAre(int first, double nearest) => Enumerable.Range(0, crystal.Sites.Length).All(atom => IsShells(search.Of(atom), atom, first, nearest));

        bool IsShells(ReadOnlySpan<Neighbor> neighbors, int atom, int first, double nearest)
        {
            if (neighbors.Length != first + SecondShell) return false;
            for (var place = 0; place < neighbors.Length; place++)
            {
                var isSame = crystal.Sites[neighbors[place].Sender].Element == crystal.Sites[atom].Element;
                var expected = place < first ? nearest : a / Math.Sqrt(2);
                if (Math.Abs(neighbors[place].Distance - expected) > Tolerance * a || (elements.Length == 2 && isSame != (place >= first))) return false;
            }
            return true;
        }
    }
}
