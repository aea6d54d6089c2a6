namespace MatNotebooks.Training.Validation;

/// <summary>What one trained predictor said of crystals it had not seen.</summary>
/// <param name="Fold">The fold.</param>
/// <param name="Seed">The seed it was trained from.</param>
/// <param name="Test">Its predictions for the fold's test rows | unit of the targets, (test rows, targets).</param>
/// <param name="Asked">Its predictions for what it was asked beside, (crystals, targets).</param>
/// <param name="Duration">Time it took to train and to predict.</param>
public sealed record FoldPrediction(int Fold, int Seed, double[,] Test, double[,] Asked, TimeSpan Duration)
{
    /// <summary>What computed it, such as a commit; null where nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>The mean over the seeds of each fold, by fold: what an ensemble says.</summary>
    public static IReadOnlyList<FoldPrediction> MeanOverSeeds(IEnumerable<FoldPrediction> predictions) =>
        [.. predictions.GroupBy(prediction => prediction.Fold).OrderBy(fold => fold.Key).Select(seeds => new FoldPrediction(
            seeds.Key,
            seeds.First().Seed,
            Mean([.. seeds.Select(one => one.Test)]),
            Mean([.. seeds.Select(one => one.Asked)]),
            TimeSpan.FromTicks(seeds.Sum(one => one.Duration.Ticks))))];

    private static double[,] Mean(double[][,] tables)
    {
        var mean = new double[tables[0].GetLength(0), tables[0].GetLength(1)];
        foreach (var table in tables)
            for (var row = 0; row < mean.GetLength(0); row++)
                for (var column = 0; column < mean.GetLength(1); column++) mean[row, column] += table[row, column] / tables.Length;
        return mean;
    }
}
