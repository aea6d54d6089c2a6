namespace MatNotebooks.Datasets.Splits;

/// <summary>Features on one scale: every column with mean 0 and standard deviation 1; constant columns are 0.</summary>
internal static class StandardColumns
{
    /// <exception cref="ArgumentException">A feature is not finite, or rows differ in length.</exception>
    public static double[][] Of(IReadOnlyList<double[]> features)
    {
        if (features.Count == 0) throw new ArgumentException("There is no row to divide; give the features of each row.");
        Check(features);
        double[][] standard = [.. features.Select(row => (double[])row.Clone())];
        for (var column = 0; column < standard[0].Length; column++)
        {
            var mean = standard.Average(row => row[column]);
            var deviation = Math.Sqrt(standard.Average(row => (row[column] - mean) * (row[column] - mean)));
            foreach (var row in standard) row[column] = deviation > 1e-12 * Math.Abs(mean) ? (row[column] - mean) / deviation : 0;
        }
        return standard;
    }

    private static void Check(IReadOnlyList<double[]> features)
    {
        foreach (var (row, values) in features.Index())
        {
            if (values.Length != features[0].Length)
                throw new ArgumentException($"Row {row} has {values.Length} features and row 0 has {features[0].Length}; every row needs the same.");
            if (Array.FindIndex(values, value => !double.IsFinite(value)) is var column && column >= 0)
                throw new ArgumentException($"Feature {column} of row {row} is {values[column]}; clusters need finite numbers. Leave the row or the feature out.");
        }
    }
}
