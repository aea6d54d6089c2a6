using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Graphs.Neighbors;

namespace MatNotebooks.Features;

/// <summary>How many nearest neighbours each site has: those no further than 1.1 times its nearest one.</summary>
/// <remarks>The rule of pymatgen's <c>MinimumDistanceNN</c> with its tolerance of 0.1; it needs no radii. Distorted shells count in part.</remarks>
/// <param name="Numbers">Number of neighbours of each site, (sites).</param>
/// <param name="Nearest">Distance from each site to its nearest neighbour | Å, (sites); NaN where there is none within 20 Å.</param>
public sealed record Coordination(ImmutableArray<int> Numbers, ImmutableArray<double> Nearest)
{
    private const double Tolerance = 0.1;
    private const double Cutoff = 20; // Å
    private static readonly GraphOptions[] Searches = [new() { Cutoff = Cutoff, MaxNeighbors = 20 }, new() { Cutoff = Cutoff, MaxNeighbors = 200 }];

    /// <summary>Counts the neighbours of every site of a crystal.</summary>
    /// <exception cref="ArgumentException">Two atoms less than 0.01 Å apart.</exception>
    public static Coordination Of(Crystal crystal)
    {
        foreach (var options in Searches)
            if (Count(NeighborSearch.Run(crystal, options), crystal.Sites.Length, options.MaxNeighbors!.Value) is { } found)
                return found;
        return Count(NeighborSearch.Run(crystal, Searches[^1]), crystal.Sites.Length, int.MaxValue)!;
    }

    /// <summary>Null where all neighbours that were looked for are near, so that more may be.</summary>
    private static Coordination? Count(NeighborSearch search, int sites, int most)
    {
        var (numbers, nearest) = (new int[sites], new double[sites]);
        for (var site = 0; site < sites; site++)
        {
            var around = search.Of(site);
            nearest[site] = around.IsEmpty ? double.NaN : around[0].Distance;
            while (numbers[site] < around.Length && around[numbers[site]].Distance <= (1 + Tolerance) * nearest[site]) numbers[site]++;
            if (numbers[site] >= most) return null;
        }
        return new(ImmutableArray.Create(numbers), ImmutableArray.Create(nearest));
    }
}
