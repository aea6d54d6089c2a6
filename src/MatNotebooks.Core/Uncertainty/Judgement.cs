using MatNotebooks.Metrics;

namespace MatNotebooks.Uncertainty;

/// <summary>How predictions compare with known values.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="MeanAbsoluteError">With its 95 % interval, bootstrap over crystals | unit of the target.</param>
/// <param name="RootMeanSquareError">Root mean square error | unit of the target.</param>
/// <param name="RSquared">Coefficient of determination | no unit; NaN when all values are equal.</param>
/// <param name="Coverage">Share of known values within their interval | no unit, 0 to 1.</param>
/// <param name="Width">Mean width of the intervals | unit of the target.</param>
/// <param name="Spearman">Rank correlation of the ensemble's deviation with the error; null for a single network | no unit.</param>
/// <param name="Inside">How many crystals are inside the model's domain.</param>
public sealed record Judgement(
    int Count, Interval MeanAbsoluteError, double RootMeanSquareError, double RSquared, double Coverage, double Width, double? Spearman, int Inside)
{
    private const int BootstrapSeed = 0;

    /// <summary>Judges the predictions that have a known value.</summary>
    /// <returns>Null for fewer than two.</returns>
    public static Judgement? Of(IEnumerable<CalibratedPrediction> predictions)
    {
        var known = predictions.Where(row => row.Actual is not null).ToArray();
        if (known.Length < 2) return null;
        double[] predicted = [.. known.Select(row => row.Predicted)], actual = [.. known.Select(row => row.Actual!.Value)];
        var score = RegressionScore.Of(predicted, actual);
        return new(
            known.Length,
            Confidence.Bootstrap(Regression.MeanAbsoluteError, predicted, actual, BootstrapSeed),
            score.RootMeanSquareError,
            score.RSquared,
            known.Average(row => row.Covered == true ? 1.0 : 0),
            known.Average(row => row.Upper - row.Lower),
            known.All(row => row.Deviation == 0) ? null : Correlation.Spearman([.. known.Select(row => row.Deviation)], [.. known.Select(row => Math.Abs(row.Predicted - row.Actual!.Value))]),
            known.Count(row => row.InsideDomain));
    }

    /// <summary>"mean absolute error 0.031 (95 % interval 0.028 to 0.034) eV, ..." </summary>
    /// <param name="unit">Unit of the target.</param>
    public string ToString(string unit) =>
        $"mean absolute error {MeanAbsoluteError.Value:G3} {unit} (95 % interval {MeanAbsoluteError.Lower:G3} to {MeanAbsoluteError.Upper:G3}), root mean square error {RootMeanSquareError:G3} {unit}, {(double.IsNaN(RSquared) ? "no R², for all values are equal" : $"R² {RSquared:F3}")}, "
        + $"{Coverage:P1} within intervals of {Width:G3} {unit} on average{(Spearman is { } rank ? $", rank correlation of spread and error {rank:F2}" : "")}; {Count} crystals, {Inside} inside the domain";
}
