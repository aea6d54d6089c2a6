using MatNotebooks.Formatting;

namespace MatNotebooks.Metrics;

/// <summary>The measures of predictions as a table; errors are in the unit of the values, which the score does not know.</summary>
internal sealed class RegressionScoreFormatterSource : FormatterSource<RegressionScore>
{
    private const string OfValues = "(unit of the values)";

    protected override string Html(RegressionScore score) => new FactTable($"{score.Count} predictions")
        .Add("mean absolute error", score.MeanAbsoluteError, OfValues)
        .Add("root mean square error", score.RootMeanSquareError, OfValues)
        .Add("greatest error", score.MaxError, OfValues)
        .Add("R²", score.RSquared)
        .Add("mean absolute percentage error", 100 * score.MeanAbsolutePercentageError, "%")
        .ToString();
}
