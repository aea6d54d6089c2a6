using System.Collections.Immutable;

namespace MatNotebooks.Crystals;

/// <summary>
/// Finds near pairs of sites by a sweep along the thickest direction of the cell: sites sorted by that coordinate, each compared
/// with those that follow within the distance. For few and short distances; graphs have their own cell lists.
/// </summary>
internal static class PairSweep
{
    private const double Dust = 1e-9;
    private const int MostPairwise = 128; // sites

    /// <summary>Pairs closer than a distance, each once; a site paired with itself where its own image is near.</summary>
    public static IEnumerable<SitePair> Within(Lattice lattice, Fractional[] positions, double distance)
    {
        var spacings = lattice.Spacings;
        if (lattice.ShortestImage(default, distance, spacings, skipZero: true) is var own && own < distance)
            for (var site = 0; site < positions.Length; site++)
                yield return new(site, site, own);
        foreach (var (first, second, separation) in Candidates(spacings, positions, () => distance))
        {
            var shortest = lattice.ShortestImage(separation, distance, spacings, skipZero: false);
            if (shortest < distance) yield return new(Math.Min(first, second), Math.Max(first, second), shortest);
        }
    }

    /// <summary>Whether certainly no two sites come closer than a short distance: quick and without allocation; false where it takes a closer look.</summary>
    public static bool AreApart(Lattice lattice, ImmutableArray<Site> sites, double distance)
    {
        var spacings = lattice.Spacings;
        var (reachA, reachB, reachC) = ((distance / spacings.A) + Dust, (distance / spacings.B) + Dust, (distance / spacings.C) + Dust);
        // In a thicker cell only the images nearest along each axis can be so near.
        if (sites.Length > MostPairwise || !(Math.Max(reachA, Math.Max(reachB, reachC)) < 0.5)) return false;
        Span<Fractional> places = stackalloc Fractional[sites.Length];
        for (var site = 0; site < places.Length; site++) places[site] = sites[site].Position;
        for (var first = 0; first < places.Length; first++)
            foreach (ref readonly var second in places[(first + 1)..])
            {
                var a = places[first].A - second.A;
                if (Math.Abs(a - Math.Round(a)) > reachA) continue;
                var (b, c) = (places[first].B - second.B, places[first].C - second.C);
                if (Math.Abs(b - Math.Round(b)) <= reachB && Math.Abs(c - Math.Round(c)) <= reachC) return false;
            }
        return true;
    }

    /// <summary>Shortest distance between any two sites or images | Å.</summary>
    public static double Shortest(Lattice lattice, Fractional[] positions)
    {
        var shortest = lattice.ShortestTranslation();
        var spacings = lattice.Spacings;
        foreach (var (_, _, separation) in Candidates(spacings, positions, () => shortest))
            shortest = lattice.ShortestImage(separation, shortest, spacings, skipZero: false);
        return shortest;
    }

    private static IEnumerable<(int First, int Second, Fractional Separation)> Candidates(
        (double A, double B, double C) spacings, Fractional[] positions, Func<double> limit)
    {
        var wrapped = Array.ConvertAll(positions, position => position.Wrapped);
        var (thickest, along) = (spacings.A, Array.ConvertAll(wrapped, position => position.A));
        if (spacings.B > thickest) (thickest, along) = (spacings.B, Array.ConvertAll(wrapped, position => position.B));
        if (spacings.C > thickest) (thickest, along) = (spacings.C, Array.ConvertAll(wrapped, position => position.C));
        var order = Enumerable.Range(0, positions.Length).ToArray();
        Array.Sort(along, order);
        for (var i = 0; i < order.Length; i++)
        {
            for (var step = 1; step < order.Length; step++)
            {
                var j = (i + step) % order.Length;
                var ahead = along[j] - along[i] + (j < i ? 1 : 0);
                if (ahead > 0.5 || ahead * thickest > limit()) break;
                if (ahead == 0.5 && j < i) continue; // half a cell ahead is half a cell behind: once is enough
                yield return (order[i], order[j], wrapped[order[j]] - wrapped[order[i]]);
            }
        }
    }
}
