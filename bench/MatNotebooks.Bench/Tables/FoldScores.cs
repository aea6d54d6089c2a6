using MatNotebooks.Metrics;

namespace MatNotebooks.Bench.Tables;

/// <summary>The usual measures of one target over folds, with 95 % intervals.</summary>
/// <param name="folds">Predicted and actual values of each fold.</param>
internal sealed class FoldScores(IReadOnlyList<(double[] Predicted, double[] Actual)> folds)
{
    private const int BootstrapSeed = 0;

    private static readonly (string Name, PairMetric Of)[] Metrics =
    [
        ("mae", Regression.MeanAbsoluteError),
        ("rmse", Regression.RootMeanSquareError),
        ("r2", Regression.RSquared),
        ("mape", Regression.MeanAbsolutePercentageError),
    ];

    /// <summary>
    /// Each measure: the mean over folds with Student's interval; of one fold, the value with a bootstrap over its rows. Those that are not
    /// finite, such as a percentage of a value of 0, are left out.
    /// </summary>
    public IEnumerable<(string Metric, Interval Value)> All()
    {
        foreach (var (name, metric) in Metrics)
        {
            double[] values = [.. folds.Select(fold => metric(fold.Predicted, fold.Actual))];
            if (!values.All(double.IsFinite)) continue;
            yield return (name, values.Length > 1 ? Confidence.OfMean(values) : Confidence.Bootstrap(metric, folds[0].Predicted, folds[0].Actual, BootstrapSeed));
        }
    }

    /// <summary>Unit of a measure.</summary>
    /// <param name="metric">Its name.</param>
    /// <param name="unit">Unit of the target.</param>
    public static string Unit(string metric, string unit) => metric is "mae" or "rmse" ? unit : "1";
}
