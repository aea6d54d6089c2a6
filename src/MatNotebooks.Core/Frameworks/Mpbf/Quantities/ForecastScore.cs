using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>How good forecasts of gain are.</summary>
/// <param name="Pairs">How many pairs.</param>
/// <param name="SignAccuracy">Share whose sign was right | no unit, 0 to 1.</param>
/// <param name="ClearSignAccuracy">The same of the pairs whose gain is more than twice its standard error over seeds from 0 | no unit; NaN where there is none.</param>
/// <param name="RankCorrelation">Spearman's coefficient of forecast and gain | no unit, −1 to 1.</param>
/// <param name="MeanError">Mean absolute error of the forecast gain | no unit.</param>
public sealed record ForecastScore(int Pairs, double SignAccuracy, double ClearSignAccuracy, double RankCorrelation, double MeanError)
{
    /// <summary>Scores forecasts.</summary>
    /// <param name="forecasts">Pairs with their forecasts, at least 2.</param>
    /// <param name="said">Which forecast.</param>
    /// <param name="seeds">How many seeds are behind each gain, at least 1.</param>
    /// <exception cref="ArgumentException">Fewer than 2 pairs.</exception>
    public static ForecastScore Of(IReadOnlyCollection<PairForecast> forecasts, Func<PairForecast, double> said, int seeds)
    {
        if (forecasts.Count < 2) throw new ArgumentException($"{forecasts.Count} pairs; a score needs at least 2.");
        double[] expected = [.. forecasts.Select(said)], gains = [.. forecasts.Select(each => each.Pair.Gain)];
        var clear = forecasts.Where(each => Math.Abs(each.Pair.Gain) > 2 * each.Pair.Deviation / Math.Sqrt(seeds)).ToArray();
        return new(
            forecasts.Count, forecasts.Average(each => IsRight(each) ? 1.0 : 0), clear.Length == 0 ? double.NaN : clear.Average(each => IsRight(each) ? 1.0 : 0),
            Correlation.Spearman(expected, gains), Regression.MeanAbsoluteError(expected, gains));

        bool IsRight(PairForecast each) => said(each) > 0 == each.Pair.Gain > 0;
    }
}
