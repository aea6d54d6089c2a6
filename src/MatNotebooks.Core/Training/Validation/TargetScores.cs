using MatNotebooks.Metrics;

namespace MatNotebooks.Training.Validation;

/// <summary>Predictions of several targets, each measured by the crystals that have it.</summary>
public static class TargetScores
{
    /// <summary>The usual measures of each target.</summary>
    /// <param name="predicted">Predictions | units of the targets, (crystals, targets).</param>
    /// <param name="data">The crystals with what is known of them.</param>
    /// <returns>One for each target; null for a target that no crystal has.</returns>
    /// <exception cref="ArgumentException">Another number of crystals or targets is predicted.</exception>
    public static IReadOnlyList<RegressionScore?> Of(double[,] predicted, TrainingData data)
    {
        if (predicted.GetLength(0) != data.Count || predicted.GetLength(1) != data.Targets)
            throw new ArgumentException(
                $"{predicted.GetLength(0)} crystals × {predicted.GetLength(1)} targets are predicted; the data have {data.Count} × {data.Targets}.");
        return [.. Enumerable.Range(0, data.Targets).Select(target =>
        {
            int[] known = [.. Enumerable.Range(0, data.Count).Where(row => !double.IsNaN(data.Samples[row].Targets[target]))];
            return known.Length == 0
                ? null
                : RegressionScore.Of([.. known.Select(row => predicted[row, target])], [.. known.Select(row => data.Samples[row].Targets[target])]);
        })];
    }
}
