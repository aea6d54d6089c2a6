using MatNotebooks.Models.Baselines.Trees;

namespace MatNotebooks.Models.Baselines;

/// <summary>
/// The mean of many regression trees, each grown from rows drawn with replacement and asking the best of a random choice of features at
/// each split (Breiman, Machine Learning 45, 5, 2001).
/// </summary>
public sealed class RandomForest
{
    private readonly RegressionTree[] trees;

    private RandomForest(RegressionTree[] trees, int features, double?[] outOfBag, double? error) =>
        (this.trees, Features, OutOfBag, OutOfBagError) = (trees, features, outOfBag, error);

    /// <summary>Features of a row.</summary>
    public int Features { get; }

    /// <summary>The prediction for each row it was grown from, by those trees that did not see the row | unit of the targets, (rows); null for a row that all saw.</summary>
    public IReadOnlyList<double?> OutOfBag { get; }

    /// <summary>Mean absolute error of <see cref="OutOfBag"/> | unit of the targets; null when every tree saw every row.</summary>
    public double? OutOfBagError { get; }

    /// <summary>The forest as numbers, for files; what it said of its own rows is left out.</summary>
    internal ForestNumbers Numbers => new([.. trees.Select(tree => tree.Numbers)], Features);

    /// <summary>The forest of such numbers.</summary>
    internal static RandomForest Of(ForestNumbers numbers) => new([.. numbers.Trees.Select(RegressionTree.Of)], numbers.Features, [], null);

    /// <summary>Grows a forest, its trees in parallel; the same seed gives the same forest whatever the threads.</summary>
    /// <param name="features">Features of each row, all of one length and finite, (rows)(features).</param>
    /// <param name="targets">Target of each row, finite, (rows).</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends it early with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">No row, lengths that differ, or a number that is not finite.</exception>
    public static RandomForest Fit(
        IReadOnlyList<double[]> features, IReadOnlyList<double> targets, RandomForestOptions options, CancellationToken cancellation = default)
    {
        Check(features, targets);
        double[] wanted = [.. targets];
        var columns = Enumerable.Range(0, features[0].Length).Select(feature => features.Select(row => row[feature]).ToArray()).ToArray();
        var trees = new RegressionTree[options.Trees];
        var bags = new bool[options.Trees][];
        Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancellation }, tree =>
        {
            var chance = new Random(unchecked((options.Seed * 1_000_003) + (tree * 7919)));
            var rows = new int[wanted.Length];
            bags[tree] = new bool[wanted.Length];
            for (var draw = 0; draw < rows.Length; draw++) bags[tree][rows[draw] = chance.Next(wanted.Length)] = true;
            trees[tree] = TreeGrowth.Grow(columns, wanted, rows, options, chance);
        });
        var outOfBag = new double?[wanted.Length];
        Parallel.For(0, wanted.Length, row => outOfBag[row] = Unseen(trees, bags, features[row], row));
        return new(trees, columns.Length, outOfBag, outOfBag.Zip(wanted, (said, known) => said is { } value ? Math.Abs(value - known) : (double?)null).Average());
    }

    /// <summary>The prediction for one row of features.</summary>
    /// <exception cref="ArgumentException">Another number of features than it was grown from.</exception>
    public double Predict(double[] features)
    {
        if (features.Length != Features) throw new ArgumentException($"The row has {features.Length} features; the forest was grown from {Features}.");
        var sum = 0.0;
        foreach (var tree in trees) sum += tree.Predict(features);
        return sum / trees.Length;
    }

    /// <summary>The prediction for one row, and how much its trees disagree.</summary>
    /// <returns>Mean and standard deviation over the trees | unit of the targets.</returns>
    /// <exception cref="ArgumentException">Another number of features than it was grown from.</exception>
    public (double Mean, double Deviation) Spread(double[] features)
    {
        var mean = Predict(features);
        var sum = 0.0;
        foreach (var tree in trees) sum += Math.Pow(tree.Predict(features) - mean, 2);
        return (mean, Math.Sqrt(sum / trees.Length));
    }

    private static double? Unseen(RegressionTree[] trees, bool[][] bags, double[] features, int row)
    {
        var (sum, count) = (0.0, 0);
        for (var tree = 0; tree < trees.Length; tree++)
        {
            if (bags[tree][row]) continue;
            sum += trees[tree].Predict(features);
            count++;
        }
        return count == 0 ? null : sum / count;
    }

    private static void Check(IReadOnlyList<double[]> features, IReadOnlyList<double> targets)
    {
        if (features.Count == 0) throw new ArgumentException("A forest of 0 rows; it needs at least one.");
        if (features.Count != targets.Count) throw new ArgumentException($"There are {features.Count} rows of features and {targets.Count} targets; they must be as many.");
        for (var row = 0; row < features.Count; row++)
        {
            if (features[row].Length != features[0].Length)
                throw new ArgumentException($"Row {row} has {features[row].Length} features and row 0 has {features[0].Length}; all must have the same.");
            if (Array.FindIndex(features[row], value => !double.IsFinite(value)) is >= 0 and var wrong)
                throw new ArgumentException($"Feature {wrong} of row {row} is {features[row][wrong]}; it must be finite.");
            if (!double.IsFinite(targets[row])) throw new ArgumentException($"The target of row {row} is {targets[row]}; it must be finite.");
        }
    }
}
