namespace MatNotebooks.Crystals;

/// <content>Distances under periodic boundaries.</content>
public sealed partial record Crystal
{
    /// <summary>Shortest distance between any images of two sites; of a site and itself: to its nearest image | Å.</summary>
    public double Distance(int first, int second) =>
        first == second ? Lattice.ShortestTranslation() : Lattice.ShortestImage(Sites[first].Position - Sites[second].Position);

    /// <summary>Shortest distance between any two sites, periodic images included | Å.</summary>
    public double ShortestDistance() => PairSweep.Shortest(Lattice, [.. Sites.Select(site => site.Position)]);

    /// <summary>Pairs of sites that stand closer than a distance, nearest first; each pair once, with its shortest distance.</summary>
    /// <param name="within">Distance | Å, greater than 0. The default of 0.5 Å is below any bond.</param>
    public IReadOnlyList<SitePair> ClosePairs(double within = 0.5) =>
        [.. PairSweep.Within(Lattice, [.. Sites.Select(site => site.Position)], within).OrderBy(pair => pair.Distance)];
}
