namespace MatNotebooks.Metrics;

/// <summary>What a projection asks of vectors, and their distances.</summary>
internal static class Vectors
{
    public static void Check(IReadOnlyList<float[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count < 2) throw new ArgumentException($"{rows.Count} vectors; a projection needs at least 2.");
        if (rows[0].Length == 0) throw new ArgumentException("The vectors are empty; a projection needs at least one number in each.");
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Length != rows[0].Length)
                throw new ArgumentException($"Vector {row} has {rows[row].Length} numbers, the first has {rows[0].Length}; all must have the same length.");
            foreach (var value in rows[row])
                if (!float.IsFinite(value)) throw new ArgumentException($"Vector {row} holds {value}; all numbers must be finite.");
        }
    }

    public static double SquaredDistance(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = (double)left[i] - right[i];
            sum += difference * difference;
        }
        return sum;
    }
}
