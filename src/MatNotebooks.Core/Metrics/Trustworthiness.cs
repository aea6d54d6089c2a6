namespace MatNotebooks.Metrics;

/// <summary>How far neighbours in a map are neighbours indeed (Venna and Kaski, 2001).</summary>
public static class Trustworthiness
{
    /// <summary>
    /// 1 − 2 / (n k (2n − 3k − 1)) Σ (rank − k) over the k nearest of each point in the map that are not among its k nearest in the vectors
    /// | no unit, 0 to 1; about 0.5 for a random map.
    /// </summary>
    /// <param name="rows">The vectors, of equal length.</param>
    /// <param name="map">Their places, (rows, dimensions).</param>
    /// <param name="neighbors">Neighbours that count, k | less than half of the rows. The default is 7.</param>
    /// <exception cref="ArgumentException">Vectors that do not fit each other or the map, or too many neighbours.</exception>
    public static double Of(IReadOnlyList<float[]> rows, double[,] map, int neighbors = 7)
    {
        var (count, dimensions) = (map.GetLength(0), map.GetLength(1));
        return Of(
            NeighborOrder.Of(rows), NeighborOrder.Of([.. Enumerable.Range(0, count).Select(row => Enumerable.Range(0, dimensions).Select(axis => (float)map[row, axis]).ToArray())]), neighbors);
    }

    /// <summary>The same of neighbours that were found before.</summary>
    /// <param name="original">Neighbours among the vectors.</param>
    /// <param name="map">Neighbours in the map.</param>
    /// <param name="neighbors">Neighbours that count, k | less than half of the vectors. The default is 7.</param>
    /// <exception cref="ArgumentException">Another number of places than vectors, or too many neighbours.</exception>
    public static double Of(NeighborOrder original, NeighborOrder map, int neighbors = 7)
    {
        NeighborOrder.Check(original, map, neighbors);
        return NeighborOrder.Kept(original, map, neighbors);
    }
}
