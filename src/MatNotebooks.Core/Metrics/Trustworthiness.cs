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
        Vectors.Check(rows);
        var count = rows.Count;
        if (map.GetLength(0) != count) throw new ArgumentException($"The map has {map.GetLength(0)} places for {count} vectors; it must have one for each.");
        if (neighbors < 1 || neighbors >= count / 2.0) throw new ArgumentException($"{neighbors} neighbours of {count} vectors; at least 1 and less than half are possible.");
        var penalties = new long[count];
        Parallel.For(0, count, point => penalties[point] = Penalty(rows, map, point, neighbors));
        return 1 - (2.0 / ((double)count * neighbors * ((2.0 * count) - (3.0 * neighbors) - 1)) * penalties.Sum());
    }

    private static long Penalty(IReadOnlyList<float[]> rows, double[,] map, int point, int neighbors)
    {
        var (count, dimensions) = (rows.Count, map.GetLength(1));
        var (original, shown, order) = (new double[count], new double[count], new int[count]);
        for (var other = 0; other < count; other++)
        {
            order[other] = other;
            original[other] = other == point ? -1 : Vectors.SquaredDistance(rows[point], rows[other]);
            for (var axis = 0; axis < dimensions; axis++) shown[other] += Math.Pow(map[point, axis] - map[other, axis], 2);
        }
        shown[point] = -1;
        var ranks = new int[count];
        Array.Sort(original, order);
        for (var rank = 0; rank < count; rank++) ranks[order[rank]] = rank;
        for (var other = 0; other < count; other++) order[other] = other;
        Array.Sort(shown, order);
        var penalty = 0L;
        for (var place = 1; place <= neighbors; place++) penalty += Math.Max(0, ranks[order[place]] - neighbors);
        return penalty;
    }
}
