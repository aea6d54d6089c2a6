namespace MatNotebooks.Datasets.Splits;

/// <summary>
/// Leaves a cluster out: rows are grouped by k-means on their features, and each cluster judges once a model that has seen all the
/// others, which shows how a model does away from what it knows.
/// </summary>
/// <remarks>Source: Meredig et al., Mol. Syst. Des. Eng. 3, 819 (2018).</remarks>
public static class LeaveClusterOut
{
    /// <summary>Divides rows, once per cluster; <see cref="DataSplit.Name"/> is "cluster 1" and so on, the greatest cluster first.</summary>
    /// <param name="features">Features of each row, finite; each column is divided by its standard deviation first, (rows)(features).</param>
    /// <param name="clusters">How many clusters, 2 to the number of different rows.</param>
    /// <param name="seed">Seed of the first centres and of what decides when training stops.</param>
    /// <param name="validation">Share of the rows that train that decides when training stops, by chance | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">A feature is not finite, rows differ in length, or there are too few different rows.</exception>
    public static IReadOnlyList<DataSplit> Of(IReadOnlyList<double[]> features, int clusters, int seed, double validation = 0.1)
    {
        var numbers = ClustersOf(features, clusters, seed);
        var splits = FoldNumbers.Splits([.. numbers], clusters, seed, validation);
        return [.. splits.Index().Select(one => one.Item with { Name = $"cluster {one.Index + 1}" })];
    }

    /// <summary>The cluster of each row, 0 the greatest, (rows).</summary>
    /// <param name="features">Features of each row, finite; each column is divided by its standard deviation first, (rows)(features).</param>
    /// <param name="clusters">How many clusters, 2 to the number of different rows.</param>
    /// <param name="seed">Seed of the first centres.</param>
    /// <exception cref="ArgumentException">A feature is not finite, rows differ in length, or there are too few different rows.</exception>
    public static IReadOnlyList<int> ClustersOf(IReadOnlyList<double[]> features, int clusters, int seed) =>
        KMeans.Of(StandardColumns.Of(features), clusters, seed);
}
