namespace MatNotebooks.Metrics;

/// <summary>The usual measures of a classifier that answers with probabilities.</summary>
/// <param name="Count">How many predictions.</param>
/// <param name="Accuracy">Share whose most probable class is right | no unit, 0 to 1.</param>
/// <param name="BalancedAccuracy">Mean over the classes that occur of the share found | no unit, 0 to 1.</param>
/// <param name="F1">Harmonic mean of precision and recall: of class 1, where there are two; else the mean over the classes that occur or were predicted | no unit, 0 to 1.</param>
/// <param name="RocAuc">Area under the receiver operating characteristic: of class 1, where there are two; else the mean of each class against the rest | no unit, 0.5 for chance, 1 at best; NaN where one class alone occurs.</param>
/// <param name="LogLoss">Mean of −ln of the probability of the right class | no unit, 0 at best.</param>
public sealed record ClassScore(int Count, double Accuracy, double BalancedAccuracy, double F1, double RocAuc, double LogLoss)
{
    private const double LeastProbability = 1e-15;

    /// <summary>Measures predictions.</summary>
    /// <param name="probabilities">Probability of each class | 0 to 1, (rows, classes).</param>
    /// <param name="actual">The class of each row, 0 to classes − 1.</param>
    /// <exception cref="ArgumentException">No row, different counts, fewer than two classes, or a class outside the range.</exception>
    public static ClassScore Of(double[,] probabilities, IReadOnlyList<int> actual)
    {
        var (rows, classes) = (probabilities.GetLength(0), probabilities.GetLength(1));
        Pairs.CheckCounts(rows, actual.Count);
        var confusion = ConfusionMatrix.Of([.. MostProbable(probabilities)], [.. actual], classes);
        var measured = classes == 2 ? [1] : Enumerable.Range(0, classes).ToArray();
        return new(
            rows, confusion.Accuracy, confusion.BalancedAccuracy,
            MeanOfFinite(measured.Select(confusion.F1)),
            MeanOfFinite(measured.Select(label => AreaOf(label, probabilities, actual))),
            actual.Select((label, row) => -Math.Log(Math.Max(LeastProbability, probabilities[row, label]))).Average());
    }

    /// <summary>The most probable class of each row.</summary>
    /// <param name="probabilities">Probability of each class, (rows, classes).</param>
    public static IReadOnlyList<int> MostProbable(double[,] probabilities) =>
    [
        .. Enumerable.Range(0, probabilities.GetLength(0)).Select(row => Enumerable.Range(0, probabilities.GetLength(1)).MaxBy(label => probabilities[row, label])),
    ];

    private static double AreaOf(int label, double[,] probabilities, IReadOnlyList<int> actual) => Area(
        [.. actual.Select((_, row) => probabilities[row, label])], [.. actual.Select(other => other == label)]);

    /// <summary>Area under the receiver operating characteristic: the chance that what happened was given a higher score than what did not, ties half.</summary>
    internal static double Area(double[] scores, bool[] happened)
    {
        Array.Sort(scores, happened);
        var (hits, area) = (0.0, 0.0);
        for (var first = 0; first < scores.Length;)
        {
            var (end, tiedHits) = (first, 0.0);
            for (; end < scores.Length && scores[end] == scores[first]; end++) tiedHits += happened[end] ? 1 : 0;
            var below = first - hits; // what did not happen and has a lower score
            area += tiedHits * (below + ((end - first - tiedHits) / 2));
            hits += tiedHits;
            first = end;
        }
        return area / (hits * (scores.Length - hits)); // 0 / 0 where one of both does not occur
    }

    private static double MeanOfFinite(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        return finite.Length == 0 ? double.NaN : finite.Average();
    }
}
