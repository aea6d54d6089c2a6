using MatNotebooks.Metrics;

namespace MatNotebooks.Uncertainty;

/// <summary>How a classifier's predictions compare with known classes.</summary>
/// <param name="Score">The usual measures.</param>
/// <param name="Accuracy">Share that is right, with its 95 % interval, bootstrap over crystals | no unit, 0 to 1.</param>
/// <param name="Coverage">Share whose class is among the possible ones | no unit, 0 to 1.</param>
/// <param name="SetSize">Mean number of possible classes.</param>
/// <param name="Inside">How many crystals are inside the classifier's domain.</param>
/// <param name="Counts">How often each actual class was taken for each, (actual)(predicted).</param>
public sealed record ClassJudgement(ClassScore Score, Interval Accuracy, double Coverage, double SetSize, int Inside, IReadOnlyList<IReadOnlyList<int>> Counts)
{
    private const int BootstrapSeed = 0;

    /// <summary>Judges the predictions whose class is known to the classifier.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <returns>Null for fewer than two.</returns>
    public static ClassJudgement? Of(IEnumerable<ClassPrediction> predictions, IReadOnlyList<string> classes)
    {
        string[] names = [.. classes];
        var known = predictions.Where(row => row.Actual is { } name && names.Contains(name)).ToArray();
        if (known.Length < 2) return null;
        int[] actual = [.. known.Select(row => Array.IndexOf(names, row.Actual))], predicted = [.. known.Select(row => Array.IndexOf(names, row.Class))];
        var probabilities = new double[known.Length, names.Length];
        for (var row = 0; row < known.Length; row++)
            for (var label = 0; label < names.Length; label++) probabilities[row, label] = known[row].Probabilities[label];
        var confusion = ConfusionMatrix.Of(predicted, actual, names.Length);
        return new(
            ClassScore.Of(probabilities, actual),
            Confidence.Bootstrap(ShareEqual, [.. predicted.Select(label => (double)label)], [.. actual.Select(label => (double)label)], BootstrapSeed),
            known.Average(row => row.Covered == true ? 1.0 : 0),
            known.Average(row => (double)row.Possible.Count),
            known.Count(row => row.InsideDomain),
            [.. names.Select((_, label) => (IReadOnlyList<int>)[.. names.Select((_, other) => confusion[label, other])])]);
    }

    /// <summary>"accuracy 0.93 (95 % interval 0.91 to 0.95), balanced 0.92, ..."</summary>
    public override string ToString() =>
        $"accuracy {Accuracy.Value:F3} (95 % interval {Accuracy.Lower:F3} to {Accuracy.Upper:F3}), balanced {Score.BalancedAccuracy:F3}, F1 {Score.F1:F3}, ROC-AUC {Score.RocAuc:F3}, "
        + $"{Coverage:P1} within sets of {SetSize:F2} classes on average; {Score.Count} crystals, {Inside} inside the domain";

    private static double ShareEqual(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        var right = 0.0;
        for (var row = 0; row < actual.Length; row++) right += predicted[row] == actual[row] ? 1 : 0;
        return right / actual.Length;
    }
}
