namespace MatNotebooks.Frameworks.Mpbf.Heads;

/// <summary>Brings the columns of rows to mean 0 and standard deviation 1, five deviations at most; columns in which nothing differs are left out.</summary>
internal sealed class ColumnScales
{
    private const float Most = 5;

    private readonly float[] centers, scales;
    private readonly int[] kept;

    private ColumnScales(float[] centers, float[] scales, int[] kept) => (this.centers, this.scales, this.kept) = (centers, scales, kept);

    /// <summary>How many columns are kept.</summary>
    public int Width => kept.Length;

    /// <exception cref="ArgumentException">No row, rows of different length, a number that is not finite, or no column in which rows differ.</exception>
    public static ColumnScales Of(IReadOnlyList<float[]> rows)
    {
        Check(rows);
        var width = rows[0].Length;
        var (centers, scales) = (new float[width], new float[width]);
        for (var column = 0; column < width; column++)
        {
            var (sum, squares) = (0.0, 0.0);
            foreach (var row in rows) sum += row[column];
            var mean = sum / rows.Count;
            foreach (var row in rows) squares += (row[column] - mean) * (row[column] - mean);
            (centers[column], scales[column]) = ((float)mean, (float)Math.Sqrt(squares / rows.Count));
        }
        int[] kept = [.. Enumerable.Range(0, width).Where(column => scales[column] > 1e-6 * Math.Max(1, Math.Abs(centers[column])))];
        return kept.Length > 0
            ? new(centers, scales, kept)
            : throw new ArgumentException($"All {width} dimensions of the {rows.Count} rows have no variance; a representation in which nothing differs tells nothing.");
    }

    /// <summary>The rows scaled, one behind the other, (rows, <see cref="Width"/>).</summary>
    public float[] Apply(IReadOnlyList<float[]> rows)
    {
        var scaled = new float[rows.Count * kept.Length];
        for (var row = 0; row < rows.Count; row++)
            for (var place = 0; place < kept.Length; place++)
                scaled[(row * kept.Length) + place] = Math.Clamp((rows[row][kept[place]] - centers[kept[place]]) / scales[kept[place]], -Most, Most);
        return scaled;
    }

    private static void Check(IReadOnlyList<float[]> rows)
    {
        if (rows.Count == 0) throw new ArgumentException("There are no rows; give at least one.");
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Length != rows[0].Length) throw new ArgumentException($"Row {row} has {rows[row].Length} dimensions and row 0 has {rows[0].Length}; all must have the same.");
            if (Array.FindIndex(rows[row], value => !float.IsFinite(value)) is >= 0 and var wrong)
                throw new ArgumentException($"Dimension {wrong} of row {row} is {rows[row][wrong]}; every number of a representation must be finite.");
        }
    }
}
