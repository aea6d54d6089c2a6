namespace MatNotebooks.Metrics;

/// <summary>Which share of the nearest neighbours a search in a map finds.</summary>
public static class NeighborRecall
{
    /// <summary>Mean share of the k nearest vectors that are among the k nearest in the map | no unit, 0 to 1; about k / n for a random map.</summary>
    /// <param name="original">Neighbours among the vectors.</param>
    /// <param name="map">Neighbours in the map.</param>
    /// <param name="neighbors">Neighbours that count, k | less than half of the vectors. The default is 10.</param>
    /// <exception cref="ArgumentException">Another number of places than vectors, or too many neighbours.</exception>
    public static double Of(NeighborOrder original, NeighborOrder map, int neighbors = 10) => PerVector(original, map, neighbors).Average();

    /// <summary>The same of each vector, (vectors): what intervals are drawn from.</summary>
    /// <exception cref="ArgumentException">Another number of places than vectors, or too many neighbours.</exception>
    public static double[] PerVector(NeighborOrder original, NeighborOrder map, int neighbors = 10)
    {
        NeighborOrder.Check(original, map, neighbors);
        var shares = new double[original.Count];
        for (var vector = 0; vector < shares.Length; vector++)
            shares[vector] = original.Of(vector)[..neighbors].ToArray().Intersect(map.Of(vector)[..neighbors].ToArray()).Count() / (double)neighbors;
        return shares;
    }
}
