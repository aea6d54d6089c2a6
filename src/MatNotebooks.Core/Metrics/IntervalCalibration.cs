using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace MatNotebooks.Metrics;

/// <summary>Whether predicted uncertainties are honest: how often actual values fall within intervals that should hold a given share of them.</summary>
/// <remarks>Kuleshov, Fenner and Ermon, ICML 2018; areas and sharpness as by Tran et al., Mach. Learn.: Sci. Technol. 1, 025006 (2020).</remarks>
public sealed class IntervalCalibration
{
    private IntervalCalibration(ImmutableArray<double> expected, ImmutableArray<double> observed, int count, double sharpness, double likelihood) =>
        (Expected, Observed, Count, Sharpness, NegativeLogLikelihood) = (expected, observed, count, sharpness, likelihood);

    /// <summary>Shares that central intervals should hold | no unit, 0.01 to 0.99.</summary>
    public ImmutableArray<double> Expected { get; }

    /// <summary>Shares that they hold | no unit, 0 to 1, one for each expected share.</summary>
    public ImmutableArray<double> Observed { get; }

    /// <summary>How many predictions there are.</summary>
    public int Count { get; }

    /// <summary>Root of the mean of the predicted variances: how narrow the intervals are | unit of the values.</summary>
    public double Sharpness { get; }

    /// <summary>Mean of −ln p(actual) under the predicted normal distributions | no unit; the less the better.</summary>
    public double NegativeLogLikelihood { get; }

    /// <summary>Area between observed and expected shares, by the trapezoidal rule | no unit, 0 (honest) to 0.5.</summary>
    public double MiscalibrationArea => Area(Math.Abs);

    /// <summary>The same with sign: below 0 where intervals are too narrow (overconfident), above 0 where they are too wide | no unit.</summary>
    public double SignedArea => Area(difference => difference);

    /// <summary>Measures normal predictions.</summary>
    /// <param name="predicted">Predicted means.</param>
    /// <param name="deviations">Predicted standard deviations, as many | greater than 0.</param>
    /// <param name="actual">Actual values, as many.</param>
    /// <exception cref="ArgumentException">Columns of different length, no row, a value that is not finite, or a deviation that is not greater than 0.</exception>
    public static IntervalCalibration Of(ReadOnlySpan<double> predicted, ReadOnlySpan<double> deviations, ReadOnlySpan<double> actual)
    {
        Pairs.Check(predicted, actual);
        Pairs.CheckCounts(deviations.Length, actual.Length);
        Pairs.CheckFinite(deviations, "standard deviation");
        var (scores, variance, likelihood) = (new double[actual.Length], 0.0, 0.0);
        for (var row = 0; row < actual.Length; row++)
        {
            var deviation = deviations[row];
            if (deviation <= 0) throw new ArgumentException($"The standard deviation of row {row} is {deviation}; it must be greater than 0.");
            scores[row] = Math.Abs(actual[row] - predicted[row]) / deviation;
            variance += deviation * deviation / actual.Length;
            likelihood += ((scores[row] * scores[row] / 2) + Math.Log(deviation * Math.Sqrt(2 * Math.PI))) / actual.Length;
        }
        Array.Sort(scores);
        ImmutableArray<double> levels = [.. Enumerable.Range(1, 99).Select(percent => percent / 100.0)];
        return new(levels, [.. levels.Select(level => ShareBelow(scores, Normal.InvCDF(0, 1, (1 + level) / 2)))], actual.Length, Math.Sqrt(variance), likelihood);
    }

    private double Area(Func<double, double> measure)
    {
        var area = 0.0;
        for (var i = 1; i < Expected.Length; i++)
            area += (measure(Observed[i] - Expected[i]) + measure(Observed[i - 1] - Expected[i - 1])) / 2 * (Expected[i] - Expected[i - 1]);
        return area;
    }

    private static double ShareBelow(double[] sorted, double limit)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] <= limit) low = middle + 1;
            else high = middle;
        }
        return (double)low / sorted.Length;
    }
}
