namespace MatNotebooks.Metrics;

/// <summary>What every comparison of two columns asks of them.</summary>
internal static class Pairs
{
    public static void Check(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        CheckCounts(predicted.Length, actual.Length);
        CheckFinite(predicted, "predicted");
        CheckFinite(actual, "actual");
    }

    public static void CheckCounts(int predicted, int actual)
    {
        if (predicted != actual || actual == 0)
            throw new ArgumentException($"{predicted} predicted values for {actual} actual ones; give equally many, at least one.");
    }

    public static void CheckFinite(ReadOnlySpan<double> values, string name)
    {
        for (var row = 0; row < values.Length; row++)
            if (!double.IsFinite(values[row]))
                throw new ArgumentException($"The {name} value of row {row} is {values[row]}; it must be finite. Leave rows without a value out.");
    }

    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    public static double SumOfSquares(ReadOnlySpan<double> values, double around)
    {
        var sum = 0.0;
        foreach (var value in values) sum += (value - around) * (value - around);
        return sum;
    }
}
