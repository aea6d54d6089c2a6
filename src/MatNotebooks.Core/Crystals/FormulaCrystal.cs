using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <summary>
/// A composition in the form of a crystal, for models that read crystals and data that know only a formula: the right elements in the right
/// shares, an arrangement that says nothing (atoms on a grid in the order of the formula) and, unless it is known, the same volume per atom for all.
/// </summary>
/// <remarks>Make its graph with <see cref="NoArrangement"/> as the cutoff, so that no atom has a neighbour.</remarks>
public static class FormulaCrystal
{
    /// <summary>A cutoff within which no two of its atoms lie | Å.</summary>
    public const double NoArrangement = 0.5;

    private const double LeastVolume = 2; // Å³; half of its cube root is more than the cutoff above
    private const double WholeTolerance = 1e-4; // formulas print amounts with three or four digits

    /// <summary>Makes the crystal.</summary>
    /// <param name="composition">The composition.</param>
    /// <param name="id">Name of the crystal. The default is none.</param>
    /// <param name="mostAtoms">
    /// Atoms it has at most; a formula that needs more is rounded to about this many, no element to less than one atom.
    /// The default is 200.
    /// </param>
    /// <param name="atomVolume">Volume per atom | Å³, at least 2. The default is 20, near what solids have.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer atoms than the composition has elements, or too small a volume.</exception>
    public static Crystal Of(Composition composition, string? id = null, int mostAtoms = 200, double atomVolume = 20)
    {
        if (!(atomVolume >= LeastVolume)) throw new ArgumentOutOfRangeException(nameof(atomVolume), $"atomVolume is {atomVolume} Å³; it must be at least {LeastVolume}.");
        if (mostAtoms < composition.Elements.Count)
            throw new ArgumentOutOfRangeException(nameof(mostAtoms), $"mostAtoms is {mostAtoms}; {composition} needs at least {composition.Elements.Count}, one for each element.");
        var counts = Whole(composition, mostAtoms) ?? Rounded(composition, mostAtoms);
        var atoms = counts.Sum();
        var (side, edge) = ((int)Math.Ceiling(Math.Cbrt(atoms)), Math.Cbrt(atomVolume));
        var layers = (atoms + (side * side) - 1) / (side * side);
        // The grid may have empty places: the cell is stretched so that the volume per atom is the same for all.
        var height = atoms * atomVolume / (side * edge * side * edge);
        var sites = composition.Elements.Zip(counts).SelectMany(pair => Enumerable.Repeat(pair.First, pair.Second))
            .Select((element, place) => new Site(element, new((double)(place % side) / side, (double)(place / side % side) / side, (double)(place / side / side) / layers)));
        return new(Lattice.FromParameters(side * edge, side * edge, height, 90, 90, 90), [.. sites.ToImmutableArray()], id);
    }

    /// <summary>The amounts as whole numbers, by the least multiple that makes them so; null where none is small enough.</summary>
    private static int[]? Whole(Composition composition, int mostAtoms)
    {
        var amounts = composition.Reduced.Amounts.Values.ToArray();
        for (var multiple = 1; multiple * amounts.Sum() <= mostAtoms + 0.5; multiple++)
            if (amounts.All(amount => amount * multiple > 0.5 && Math.Abs((amount * multiple) - Math.Round(amount * multiple)) <= WholeTolerance * multiple))
                return [.. amounts.Select(amount => (int)Math.Round(amount * multiple))];
        return null;
    }

    private static int[] Rounded(Composition composition, int mostAtoms) =>
        [.. composition.Elements.Select(element => Math.Max(1, (int)Math.Round(composition.Fraction(element) * mostAtoms)))];
}
