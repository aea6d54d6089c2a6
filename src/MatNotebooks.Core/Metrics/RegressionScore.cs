using MatNotebooks.Formatting;

namespace MatNotebooks.Metrics;

/// <summary>The usual measures of one set of predictions.</summary>
/// <param name="Count">How many predictions.</param>
/// <param name="MeanAbsoluteError">Mean absolute error | unit of the values.</param>
/// <param name="RootMeanSquareError">Root of the mean squared error | unit of the values.</param>
/// <param name="RSquared">Coefficient of determination | no unit, at most 1; NaN when all actual values are equal.</param>
/// <param name="MeanAbsolutePercentageError">Mean of |error / actual| | no unit, 0.05 is 5 %; infinite when an actual value is 0.</param>
/// <param name="MaxError">Greatest absolute error | unit of the values.</param>
[TypeFormatterSource(typeof(RegressionScoreFormatterSource))]
public sealed record RegressionScore(
    int Count,
    double MeanAbsoluteError,
    double RootMeanSquareError,
    double RSquared,
    double MeanAbsolutePercentageError,
    double MaxError)
{
    /// <summary>Measures predictions.</summary>
    /// <exception cref="ArgumentException">No value, different counts, or a value that is not finite.</exception>
    public static RegressionScore Of(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual) => new(
        actual.Length,
        Regression.MeanAbsoluteError(predicted, actual),
        Regression.RootMeanSquareError(predicted, actual),
        Regression.RSquared(predicted, actual),
        Regression.MeanAbsolutePercentageError(predicted, actual),
        Regression.MaxError(predicted, actual));
}
