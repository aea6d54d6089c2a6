namespace MatNotebooks.Datasets.Splits;

/// <summary>Classes of numbers, each with about as many rows: what <see cref="StratifiedSplit"/> and <see cref="StratifiedFolds"/> need for a target that is a number.</summary>
public static class QuantileBins
{
    /// <summary>The bin of each value, "bin 1" the lowest; equal values share a bin, so that there may be fewer bins than asked for.</summary>
    /// <param name="values">The values, finite, (rows).</param>
    /// <param name="bins">How many bins, 2 to the number of rows. The default is 10.</param>
    /// <exception cref="ArgumentException">A value is not finite, or there are too few rows.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<double> values, int bins = 10)
    {
        if (bins < 2 || bins > values.Count)
            throw new ArgumentException($"{bins} bins of {values.Count} rows; it needs at least 2 bins and a row for each.");
        foreach (var (row, value) in values.Index())
            if (!double.IsFinite(value))
                throw new ArgumentException($"Row {row} has the value {value}; bins need finite numbers. Leave the row out.");
        double[] sorted = [.. values.Order()];
        // The greatest value of each bin but the last; equal limits are one.
        double[] limits = [.. Enumerable.Range(1, bins - 1).Select(bin => sorted[((long)bin * sorted.Length / bins) - 1]).Distinct()];
        return [.. values.Select(value => $"bin {(Array.BinarySearch(limits, value) is var at && at >= 0 ? at : ~at) + 1}")];
    }
}
