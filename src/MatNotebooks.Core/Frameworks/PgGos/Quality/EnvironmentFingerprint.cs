using MatNotebooks.Crystals;
using MatNotebooks.Graphs.Neighbors;

namespace MatNotebooks.Frameworks.PgGos.Quality;

/// <summary>
/// What atoms have round them, elements aside: the mean over the sites of the distances to the twelve nearest neighbours, in lengths of
/// ∛(volume per atom), and of how the angles between near neighbours are spread.
/// </summary>
/// <remarks>
/// It stands where CDVAE's protocol has matminer's CrystalNN fingerprint, and is not that: distances between fingerprints, and so cutoffs,
/// are on a scale of their own. Both are the same for every cell of a crystal and blind to elements.
/// </remarks>
internal static class EnvironmentFingerprint
{
    /// <summary>Length of a fingerprint.</summary>
    public const int Length = Neighbors + Angles;

    private const int Neighbors = 12, Angles = 9;
    private const double Negligible = 1e-5; // of the nearest neighbour's weight, reached at 1.7 times its distance
    private const double Reach = 3; // ∛(volume per atom); a sphere of some 110 atoms

    /// <summary>The fingerprint; null where two atoms stand on one spot.</summary>
    public static float[]? Of(Crystal crystal)
    {
        var unit = Math.Cbrt(crystal.Volume / crystal.Sites.Length);
        try
        {
            var search = NeighborSearch.Run(crystal, new() { Cutoff = Reach * unit, MaxNeighbors = null });
            var print = new double[Length];
            for (var atom = 0; atom < crystal.Sites.Length; atom++) Add(search.Of(atom), unit, print);
            return Array.ConvertAll(print, value => (float)(value / crystal.Sites.Length));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Add(ReadOnlySpan<Neighbor> neighbors, double unit, double[] print)
    {
        var near = Math.Min(Neighbors, neighbors.Length);
        for (var place = 0; place < Neighbors; place++) print[place] += place < near ? neighbors[place].Distance / unit : Reach;
        var angles = new double[Angles];
        var total = 0.0;
        // By weight, not by number: where the twelfth and thirteenth are equally far, which comes first is chance.
        for (var i = 0; i < neighbors.Length && Weight(neighbors[i], neighbors[0]) > Negligible; i++)
            for (var j = 0; j < i; j++) total += AddAngle(neighbors[i], neighbors[j], neighbors[0], angles);
        for (var bin = 0; bin < Angles && total > 0; bin++) print[Neighbors + bin] += angles[bin] / total;
    }

    private static double AddAngle(Neighbor a, Neighbor b, Neighbor nearest, double[] angles)
    {
        const double Width = 2.0 / (Angles - 1); // cosines from −1 to 1
        var cosine = ((a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z)) / (a.Distance * b.Distance);
        var weight = Weight(a, nearest) * Weight(b, nearest);
        for (var bin = 0; bin < Angles; bin++)
        {
            var away = (cosine - (-1 + (bin * Width))) / Width;
            angles[bin] += weight * Math.Exp(-away * away);
        }
        return weight;
    }

    /// <summary>Far neighbours count less, smoothly, so that no angle comes or goes at once.</summary>
    private static double Weight(Neighbor neighbor, Neighbor nearest)
    {
        var beyond = (neighbor.Distance / nearest.Distance) - 1;
        return Math.Exp(-beyond * beyond / 0.04);
    }
}
