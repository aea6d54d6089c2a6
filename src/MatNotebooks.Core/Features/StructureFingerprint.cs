using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Graphs.Neighbors;

namespace MatNotebooks.Features;

/// <summary>
/// What tells crystals apart, the same for every cell, supercell, origin, orientation and order of sites of one crystal, and nearly the
/// same after small displacements: the reduced formula, and for each ordered pair of elements the mean distances from an atom of the
/// one to its nearest, second nearest, ... atom of the other.
/// </summary>
/// <remarks>
/// Moving every atom by at most ε Å moves no distance by more than 2 ε, so that twins stay near each other; mirror images are twins,
/// and so are polytypes whose atoms have the same surroundings within the sphere of some 32 atoms that is looked at. A shared site counts as its commonest species. After the average minimum distances of Widdowson et al., MATCH Commun. Math. Comput.
/// Chem. 87, 529 (2022), here told apart by element, so that other orders of the same sites differ.
/// </remarks>
public sealed class StructureFingerprint
{
    private const int Shell = 32; // atoms that the sphere of looked-at neighbours holds on average
    private const int Fewest = 4; // neighbours of a rare element that are looked at

    private readonly float[] distances; // Å; for each pair of elements as many as its share of the shell

    private StructureFingerprint(string formula, float[] distances) => (Formula, this.distances) = (formula, distances);

    /// <summary>The reduced formula; crystals of different formulas are never twins.</summary>
    public string Formula { get; }

    /// <summary>Mean of all distances | Å; two fingerprints' means differ by no more than <see cref="DistanceTo"/>.</summary>
    internal double Mean => distances.Average();

    /// <summary>The fingerprint of one crystal.</summary>
    /// <exception cref="ArgumentException">Two atoms less than 0.01 Å apart.</exception>
    public static StructureFingerprint Of(Crystal crystal)
    {
        ArgumentNullException.ThrowIfNull(crystal);
        var kinds = new SiteKinds(crystal);
        var reach = Math.Cbrt(3 * Shell * crystal.Volume / (4 * Math.PI * crystal.Sites.Length));
        var search = NeighborSearch.Run(crystal, new() { Cutoff = reach, MaxNeighbors = null });
        // Whole numbers, so that a supercell looks at as many neighbours as its cell.
        var counts = Array.ConvertAll(kinds.Sizes, size => Math.Max(Fewest, ((Shell * size) + crystal.Sites.Length - 1) / crystal.Sites.Length));
        return new(crystal.Composition.ReducedFormula, Distances(search, kinds, counts, reach));
    }

    /// <summary>The fingerprints of many crystals, found in parallel, in their order.</summary>
    /// <exception cref="ArgumentException">Two atoms of one are less than 0.01 Å apart; the message names it.</exception>
    public static StructureFingerprint[] OfMany(IReadOnlyList<Crystal> crystals)
    {
        var prints = new StructureFingerprint[crystals.Count];
        ParallelRows.For(prints.Length, row => prints[row] = Of(crystals[row]));
        return prints;
    }

    /// <summary>Greatest difference of any mean distance | Å; infinite where the formulas differ.</summary>
    public double DistanceTo(StructureFingerprint other) =>
        Formula == other.Formula && distances.Length == other.distances.Length ? Within(other, double.PositiveInfinity) ?? double.PositiveInfinity : double.PositiveInfinity;

    /// <summary>Greatest difference of any mean distance | Å; null where it is above a limit, which is seen early.</summary>
    internal double? Within(StructureFingerprint other, double limit)
    {
        if (distances.Length != other.distances.Length) return null;
        var greatest = 0.0;
        for (var place = 0; place < distances.Length; place++)
        {
            var difference = Math.Abs((double)distances[place] - other.distances[place]);
            if (difference > limit) return null;
            greatest = Math.Max(greatest, difference);
        }
        return greatest;
    }

    /// <summary>Formula and number of distances.</summary>
    public override string ToString() => $"{Formula}, {distances.Length} mean distances, the least {distances.Min():0.###} Å";

    /// <summary>For each kind of atom the mean sorted distances to each kind; what lies beyond the reach counts as the reach, so that nothing jumps there.</summary>
    private static float[] Distances(NeighborSearch search, SiteKinds kinds, int[] counts, double reach)
    {
        var width = counts.Sum();
        var starts = new int[counts.Length];
        for (var kind = 1; kind < starts.Length; kind++) starts[kind] = starts[kind - 1] + counts[kind - 1];
        var sums = new double[counts.Length * width];
        Span<int> found = stackalloc int[counts.Length];
        for (var atom = 0; atom < kinds.OfSite.Length; atom++)
        {
            var row = sums.AsSpan(kinds.OfSite[atom] * width, width);
            found.Clear();
            foreach (ref readonly var neighbor in search.Of(atom))
            {
                var kind = kinds.OfSite[neighbor.Sender];
                if (found[kind] < counts[kind]) row[starts[kind] + found[kind]++] += neighbor.Distance;
            }
            for (var kind = 0; kind < counts.Length; kind++)
                foreach (ref var sum in row.Slice(starts[kind] + found[kind], counts[kind] - found[kind])) sum += reach;
        }
        var means = new float[sums.Length];
        for (var place = 0; place < means.Length; place++) means[place] = (float)(sums[place] / kinds.Sizes[place / width]);
        return means;
    }
}
