using MathNet.Numerics.Distributions;

namespace MatNotebooks.Metrics;

/// <summary>A measure of predicted against actual values, such as <see cref="Regression.MeanAbsoluteError"/>.</summary>
/// <param name="predicted">Predicted values.</param>
/// <param name="actual">Actual values, as many.</param>
public delegate double PairMetric(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual);

/// <summary>Intervals in which a number would lie, were the experiment repeated.</summary>
public static class Confidence
{
    /// <summary>Student's interval of the mean of a few repetitions, such as seeds or folds: mean ± t · s / √n.</summary>
    /// <param name="values">One number per repetition, at least two, finite.</param>
    /// <param name="level">Confidence | greater than 0, less than 1. The default is 0.95.</param>
    /// <exception cref="ArgumentException">Fewer than two values, one that is not finite, or another level.</exception>
    public static Interval OfMean(ReadOnlySpan<double> values, double level = 0.95)
    {
        CheckLevel(level);
        Pairs.CheckFinite(values, "given");
        if (values.Length < 2) throw new ArgumentException($"An interval of the mean of {values.Length} values; it needs at least 2.");
        var mean = Pairs.Mean(values);
        var deviation = Math.Sqrt(Pairs.SumOfSquares(values, mean) / (values.Length - 1));
        var half = StudentT.InvCDF(0, 1, values.Length - 1, (1 + level) / 2) * deviation / Math.Sqrt(values.Length);
        return new(mean, mean - half, mean + half);
    }

    /// <summary>
    /// Percentile bootstrap: rows are drawn anew with replacement, predicted and actual together; the interval is the middle share of
    /// what comes out.
    /// </summary>
    /// <param name="metric">The measure, such as <see cref="Regression.MeanAbsoluteError"/>.</param>
    /// <param name="predicted">Predicted values.</param>
    /// <param name="actual">Actual values, as many.</param>
    /// <param name="seed">Seed of the drawing.</param>
    /// <param name="resamples">How often rows are drawn, at least 100. The default is 2000.</param>
    /// <param name="level">Confidence | greater than 0, less than 1. The default is 0.95.</param>
    /// <exception cref="ArgumentException">Columns of different length, no row, too few resamples, or another level.</exception>
    public static Interval Bootstrap(
        PairMetric metric, ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, int seed, int resamples = 2000, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(metric);
        CheckLevel(level);
        Pairs.Check(predicted, actual);
        if (resamples < 100) throw new ArgumentException($"{resamples} resamples; percentiles need at least 100.");
        var random = new Random(seed);
        var (drawnPredicted, drawnActual) = (new double[actual.Length], new double[actual.Length]);
        var found = new double[resamples];
        for (var turn = 0; turn < resamples; turn++)
        {
            for (var row = 0; row < actual.Length; row++)
            {
                var drawn = random.Next(actual.Length);
                (drawnPredicted[row], drawnActual[row]) = (predicted[drawn], actual[drawn]);
            }
            found[turn] = metric(drawnPredicted, drawnActual);
        }
        Array.Sort(found);
        return new(metric(predicted, actual), Percentile(found, (1 - level) / 2), Percentile(found, (1 + level) / 2));
    }

    private static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    private static void CheckLevel(double level)
    {
        if (!(level is > 0 and < 1))
            throw new ArgumentException($"The confidence level is {level}; it must be greater than 0 and less than 1, such as 0.95.");
    }
}
