using MatNotebooks.Formatting;

namespace MatNotebooks.Metrics;

/// <summary>How often each class was taken for each: the measures of a classifier.</summary>
[TypeFormatterSource(typeof(ConfusionMatrixFormatterSource))]
public sealed class ConfusionMatrix
{
    private readonly int[,] counts;

    private ConfusionMatrix(int[,] counts, int total) => (this.counts, Total) = (counts, total);

    /// <summary>How many classes there are.</summary>
    public int Classes => counts.GetLength(0);

    /// <summary>How many predictions there are.</summary>
    public int Total { get; }

    /// <summary>How many rows of the actual class were predicted to be of the other.</summary>
    public int this[int actual, int predicted] => counts[actual, predicted];

    /// <summary>Share of the predictions that are right | no unit, 0 to 1.</summary>
    public double Accuracy => Enumerable.Range(0, Classes).Sum(label => (double)counts[label, label]) / Total;

    /// <summary>Mean of <see cref="Recall"/> over the classes that occur | no unit, 0 to 1.</summary>
    public double BalancedAccuracy => Enumerable.Range(0, Classes).Select(Recall).Where(double.IsFinite).Average();

    /// <summary>Matthews' coefficient, the correlation of predicted and actual class | no unit, −1 to 1; 0 when one of them is always the same.</summary>
    public double Matthews
    {
        get
        {
            var labels = Enumerable.Range(0, Classes);
            var correct = labels.Sum(label => (double)counts[label, label]);
            var total = (double)Total;
            var product = labels.Sum(label => Row(label) * Column(label));
            var spread = Math.Sqrt((total * total) - labels.Sum(label => Column(label) * Column(label)))
                * Math.Sqrt((total * total) - labels.Sum(label => Row(label) * Row(label)));
            return spread == 0 ? 0 : ((correct * total) - product) / spread;
        }
    }

    /// <summary>Counts predictions.</summary>
    /// <param name="predicted">Predicted class of each row, 0 to classes − 1.</param>
    /// <param name="actual">Actual class of each row, as many.</param>
    /// <param name="classes">How many classes there are, at least 2.</param>
    /// <exception cref="ArgumentException">No row, different counts, or a class outside the range.</exception>
    public static ConfusionMatrix Of(ReadOnlySpan<int> predicted, ReadOnlySpan<int> actual, int classes = 2)
    {
        Pairs.CheckCounts(predicted.Length, actual.Length);
        if (classes < 2) throw new ArgumentException($"{classes} classes; there must be at least 2.");
        var counts = new int[classes, classes];
        for (var row = 0; row < actual.Length; row++)
        {
            if ((uint)predicted[row] >= classes || (uint)actual[row] >= classes)
                throw new ArgumentException($"Row {row} has class {predicted[row]} predicted and {actual[row]} actual; classes are 0 to {classes - 1}.");
            counts[actual[row], predicted[row]]++;
        }
        return new(counts, actual.Length);
    }

    /// <summary>Share of what was predicted to be of a class that is | no unit, 0 to 1; NaN when nothing was predicted to be.</summary>
    public double Precision(int label) => counts[label, label] / Column(label);

    /// <summary>Share of what is of a class that was found | no unit, 0 to 1; NaN when the class does not occur.</summary>
    public double Recall(int label) => counts[label, label] / Row(label);

    /// <summary>Harmonic mean of precision and recall | no unit, 0 to 1; NaN when the class neither occurs nor was predicted.</summary>
    public double F1(int label) => 2.0 * counts[label, label] / (Row(label) + Column(label));

    private double Row(int actual) => Enumerable.Range(0, Classes).Sum(predicted => (double)counts[actual, predicted]);

    private double Column(int predicted) => Enumerable.Range(0, Classes).Sum(actual => (double)counts[actual, predicted]);
}
