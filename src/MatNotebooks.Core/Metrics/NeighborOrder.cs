using System.Numerics;

namespace MatNotebooks.Metrics;

/// <summary>For each of some vectors, the others from the nearest to the farthest: found once, for every measure that compares neighbours.</summary>
public sealed class NeighborOrder
{
    /// <summary>How many vectors it takes at most: memory grows with their square.</summary>
    public const int MostVectors = 5000;

    private readonly ushort[][] order; // (vectors)(vectors − 1); 16 bits hold MostVectors

    private NeighborOrder(ushort[][] order) => this.order = order;

    /// <summary>How many vectors there are.</summary>
    public int Count => order.Length;

    /// <summary>Sorts, by Euclidean distance; of equally far ones the earlier comes first.</summary>
    /// <param name="rows">The vectors, 2 to 5,000, of equal length, finite.</param>
    /// <exception cref="ArgumentException">Too few vectors or too many, of different length, or a number that is not finite.</exception>
    public static NeighborOrder Of(IReadOnlyList<float[]> rows)
    {
        Vectors.Check(rows);
        if (rows.Count > MostVectors) throw new ArgumentException($"{rows.Count} vectors; neighbours of at most {MostVectors:N0} are ordered. Take a sample.");
        var order = new ushort[rows.Count][];
        Parallel.For(0, order.Length, row => order[row] = Sorted(rows, row));
        return new(order);
    }

    /// <summary>The others by growing distance from one, (vectors − 1).</summary>
    public ReadOnlySpan<ushort> Of(int vector) => order[vector];

    /// <summary>How near each vector is to one: 0 for itself, 1 for its nearest neighbour, (vectors).</summary>
    public int[] Ranks(int vector)
    {
        var ranks = new int[Count];
        for (var place = 0; place < order[vector].Length; place++) ranks[order[vector][place]] = place + 1;
        return ranks;
    }

    /// <summary>Checks that two orders are of equally many vectors and that so many neighbours can be compared.</summary>
    internal static void Check(NeighborOrder original, NeighborOrder map, int neighbors)
    {
        if (original.Count != map.Count) throw new ArgumentException($"The map has {map.Count} places for {original.Count} vectors; it must have one for each.");
        if (neighbors < 1 || neighbors >= original.Count / 2.0)
            throw new ArgumentException($"{neighbors} neighbours of {original.Count} vectors; at least 1 and less than half are possible.");
    }

    /// <summary>1 − 2 / (n k (2n − 3k − 1)) Σ (rank in one − k) over the k nearest in the other that are not among the k nearest in the one.</summary>
    internal static double Kept(NeighborOrder ranked, NeighborOrder shown, int neighbors)
    {
        var (count, penalties) = (ranked.Count, new long[ranked.Count]);
        Parallel.For(0, count, vector =>
        {
            var ranks = ranked.Ranks(vector);
            foreach (var near in shown.Of(vector)[..neighbors]) penalties[vector] += Math.Max(0, ranks[near] - neighbors);
        });
        return 1 - (2.0 / ((double)count * neighbors * ((2.0 * count) - (3.0 * neighbors) - 1)) * penalties.Sum());
    }

    private static ushort[] Sorted(IReadOnlyList<float[]> rows, int row)
    {
        var (distances, others) = (new double[rows.Count - 1], new ushort[rows.Count - 1]);
        for (var (place, other) = (0, 0); other < rows.Count; other++)
        {
            if (other == row) continue;
            (distances[place], others[place]) = (Squared(rows[row], rows[other]), (ushort)other);
            place++;
        }
        Array.Sort(distances, others);
        return Settled(distances, others);
    }

    // Array.Sort leaves equals in any order; a measure must not depend on it.
    private static ushort[] Settled(double[] distances, ushort[] others)
    {
        for (int first = 0, end; first < others.Length; first = end)
        {
            for (end = first + 1; end < others.Length && distances[end] == distances[first];) end++;
            if (end - first > 1) Array.Sort(others, first, end - first);
        }
        return others;
    }

    private static double Squared(float[] left, float[] right)
    {
        var (sum, place) = (Vector<float>.Zero, 0);
        for (; place <= left.Length - Vector<float>.Count; place += Vector<float>.Count)
        {
            var difference = new Vector<float>(left, place) - new Vector<float>(right, place);
            sum += difference * difference;
        }
        return Vector.Sum(sum) + Vectors.SquaredDistance(left.AsSpan(place), right.AsSpan(place));
    }
}
