namespace MatNotebooks.Metrics;

/// <summary>How far predicted numbers are from actual ones. Every method takes equally many of both, at least one, all finite.</summary>
public static class Regression
{
    /// <summary>Mean of the absolute errors | unit of the values.</summary>
    /// <exception cref="ArgumentException">No value, different counts, or a value that is not finite; so for every method here.</exception>
    public static double MeanAbsoluteError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        Pairs.Check(predicted, actual);
        var sum = 0.0;
        for (var row = 0; row < actual.Length; row++) sum += Math.Abs(predicted[row] - actual[row]);
        return sum / actual.Length;
    }

    /// <summary>Root of the mean of the squared errors | unit of the values.</summary>
    public static double RootMeanSquareError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        Pairs.Check(predicted, actual);
        return Math.Sqrt(SquaredErrors(predicted, actual) / actual.Length);
    }

    /// <summary>
    /// Coefficient of determination, R² = 1 − Σ(error²) / Σ((actual − mean)²) | no unit, at most 1; below 0 when the mean predicts
    /// better. NaN when all actual values are equal.
    /// </summary>
    public static double RSquared(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        Pairs.Check(predicted, actual);
        var spread = Pairs.SumOfSquares(actual, Pairs.Mean(actual));
        return spread == 0 ? double.NaN : 1 - (SquaredErrors(predicted, actual) / spread);
    }

    /// <summary>Mean of |error / actual| | no unit, 0.05 is 5 %. Infinite when an actual value is 0 and its prediction is not.</summary>
    public static double MeanAbsolutePercentageError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        Pairs.Check(predicted, actual);
        var sum = 0.0;
        for (var row = 0; row < actual.Length; row++)
            if (predicted[row] != actual[row])
                sum += Math.Abs((predicted[row] - actual[row]) / actual[row]);
        return sum / actual.Length;
    }

    /// <summary>Greatest absolute error | unit of the values.</summary>
    public static double MaxError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        Pairs.Check(predicted, actual);
        var greatest = 0.0;
        for (var row = 0; row < actual.Length; row++) greatest = Math.Max(greatest, Math.Abs(predicted[row] - actual[row]));
        return greatest;
    }

    private static double SquaredErrors(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        var sum = 0.0;
        for (var row = 0; row < actual.Length; row++) sum += (predicted[row] - actual[row]) * (predicted[row] - actual[row]);
        return sum;
    }
}
