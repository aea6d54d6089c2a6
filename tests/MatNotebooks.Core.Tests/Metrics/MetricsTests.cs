using MatNotebooks.Metrics;

namespace MatNotebooks.Core.Tests.Metrics;

/// <summary>Against the figures of scikit-learn and scipy in tests/References/metrics.csv.</summary>
public sealed class MetricsTests
{
    private static readonly ILookup<string, (double Predicted, double Actual)> Columns = ReferenceTable.Read("metrics-columns.csv")
        .ToLookup(row => row["case"], row => (double.Parse(row["predicted"]), double.Parse(row["actual"])));

    private static readonly Dictionary<(string, string), double> Expected = ReferenceTable.Read("metrics.csv")
        .ToDictionary(row => (row["case"], row["measure"]), row => double.Parse(row["value"]));

    [Theory]
    [InlineData("smooth")]
    [InlineData("tied")]
    public void Errors_and_correlations_equal_those_of_scikit_learn_and_scipy(string name)
    {
        var (predicted, actual) = Of(name);
        var score = RegressionScore.Of(predicted, actual);
        Assert.Equal(Expected[(name, "mae")], score.MeanAbsoluteError, 1e-9);
        Assert.Equal(Expected[(name, "rmse")], score.RootMeanSquareError, 1e-9);
        Assert.Equal(Expected[(name, "r2")], score.RSquared, 1e-9);
        Assert.Equal(Expected[(name, "mape")], score.MeanAbsolutePercentageError, 1e-9);
        Assert.Equal(Expected[(name, "max")], score.MaxError, 1e-9);
        Assert.Equal(Expected[(name, "pearson")], Correlation.Pearson(predicted, actual), 1e-9);
        Assert.Equal(Expected[(name, "spearman")], Correlation.Spearman(predicted, actual), 1e-9);
    }

    [Theory]
    [InlineData("smooth", 0.9)]
    [InlineData("smooth", 0.95)]
    [InlineData("tied", 0.99)]
    public void The_interval_of_a_mean_is_scipys(string name, double level)
    {
        var interval = Confidence.OfMean(Of(name).Actual, level);
        Assert.Equal(Expected[(name, $"t-lower-{level}")], interval.Lower, 1e-8);
        Assert.Equal(Expected[(name, $"t-upper-{level}")], interval.Upper, 1e-8);
    }

    [Fact]
    public void The_bootstrap_interval_is_scipys_within_the_noise_of_drawing()
    {
        var (predicted, actual) = Of("smooth");
        var interval = Confidence.Bootstrap(Regression.MeanAbsoluteError, predicted, actual, seed: 4, resamples: 20_000);
        Assert.Equal(Expected[("smooth", "bootstrap-mae-lower")], interval.Lower, 0.06);
        Assert.Equal(Expected[("smooth", "bootstrap-mae-upper")], interval.Upper, 0.06);
        Assert.Equal(Expected[("smooth", "mae")], interval.Value, 1e-9);
        Assert.Equal(interval, Confidence.Bootstrap(Regression.MeanAbsoluteError, predicted, actual, seed: 4, resamples: 20_000));
    }

    [Theory]
    [InlineData("2-probabilities", 2)]
    [InlineData("3-probabilities", 3)]
    public void Measures_of_probabilities_are_scikit_learns(string name, int classes)
    {
        var rows = ReferenceTable.Read("metrics-probabilities.csv").Where(row => row["case"] == name).ToArray();
        var probabilities = new double[rows.Length, classes];
        for (var row = 0; row < rows.Length; row++)
            for (var label = 0; label < classes; label++) probabilities[row, label] = double.Parse(rows[row][$"p{label}"]);
        var score = ClassScore.Of(probabilities, [.. rows.Select(row => int.Parse(row["actual"]))]);
        Assert.Equal(Expected[(name, "accuracy")], score.Accuracy, 1e-9);
        Assert.Equal(Expected[(name, "balanced-accuracy")], score.BalancedAccuracy, 1e-9);
        Assert.Equal(Expected[(name, "f1")], score.F1, 1e-9);
        Assert.Equal(Expected[(name, "roc-auc")], score.RocAuc, 1e-9);
        Assert.Equal(Expected[(name, "log-loss")], score.LogLoss, 1e-9);
    }

    [Fact]
    public void An_area_needs_both_classes()
    {
        Assert.True(double.IsNaN(ClassScore.Of(new[,] { { 0.2, 0.8 }, { 0.6, 0.4 } }, [1, 1]).RocAuc));
        Assert.Equal(0.5, ClassScore.Of(new[,] { { 0.5, 0.5 }, { 0.5, 0.5 } }, [0, 1]).RocAuc);
    }

    [Theory]
    [InlineData("two-classes", 2)]
    [InlineData("three-classes", 3)]
    public void Measures_of_classes_are_scikit_learns(string name, int classes)
    {
        var (predicted, actual) = Of(name);
        var matrix = ConfusionMatrix.Of([.. predicted.Select(label => (int)label)], [.. actual.Select(label => (int)label)], classes);
        Assert.Equal(Expected[(name, "accuracy")], matrix.Accuracy, 1e-9);
        Assert.Equal(Expected[(name, "balanced-accuracy")], matrix.BalancedAccuracy, 1e-9);
        Assert.Equal(Expected[(name, "matthews")], matrix.Matthews, 1e-9);
        for (var label = 0; label < classes; label++)
        {
            Assert.Equal(Expected[(name, $"precision-{label}")], matrix.Precision(label), 1e-9);
            Assert.Equal(Expected[(name, $"recall-{label}")], matrix.Recall(label), 1e-9);
            Assert.Equal(Expected[(name, $"f1-{label}")], matrix.F1(label), 1e-9);
            for (var other = 0; other < classes; other++) Assert.Equal(Expected[(name, $"count-{label}-{other}")], matrix[label, other]);
        }
    }

    [Fact]
    public void What_is_not_defined_is_not_a_number()
    {
        Assert.Equal(double.NaN, Regression.RSquared([1, 2], [3, 3]));
        Assert.Equal(double.NaN, Correlation.Pearson([1, 2], [3, 3]));
        Assert.Equal(double.PositiveInfinity, Regression.MeanAbsolutePercentageError([1, 2], [0, 2]));
        Assert.Equal(0, Regression.MeanAbsolutePercentageError([0, 2], [0, 2]));
        Assert.Equal(double.NaN, ConfusionMatrix.Of([0, 0], [0, 0]).Recall(1));
    }

    [Fact]
    public void Values_that_cannot_be_compared_are_refused()
    {
        Assert.Contains("2 predicted values for 1 actual", Assert.Throws<ArgumentException>(() => Regression.MeanAbsoluteError([1, 2], [1])).Message);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => Regression.MeanAbsoluteError([], [])).Message);
        Assert.Contains("predicted value of row 1 is NaN", Assert.Throws<ArgumentException>(() => Regression.MeanAbsoluteError([1, double.NaN], [1, 2])).Message);
        Assert.Contains("classes are 0 to 1", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([2], [1])).Message);
        Assert.Contains("needs at least 2", Assert.Throws<ArgumentException>(() => Confidence.OfMean([1])).Message);
        Assert.Contains("such as 0.95", Assert.Throws<ArgumentException>(() => Confidence.OfMean([1, 2], 95)).Message);
    }

    private static (double[] Predicted, double[] Actual) Of(string name) =>
        ([.. Columns[name].Select(row => row.Predicted)], [.. Columns[name].Select(row => row.Actual)]);
}
