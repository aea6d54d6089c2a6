using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// Learns how large errors are from crystals whose errors are known: what an ensemble, dropout and evidence say, how far the crystal
/// lies from those trained on, and what it consists of, together tell more than any of them alone.
/// </summary>
internal sealed class ErrorForest
{
    private const double Least = 1e-3; // of the mean error: one lucky hit says no more than a small error

    private readonly RandomForest forest;

    private ErrorForest(RandomForest forest) => this.forest = forest;

    /// <summary>Learns.</summary>
    /// <param name="features">What is known of each crystal beside its error, (crystals)(features).</param>
    /// <param name="errors">Predicted less actual, of crystals the model has not learned from | unit of the target.</param>
    /// <param name="seed">Seed of the forest.</param>
    public static ErrorForest Fit(IReadOnlyList<double[]> features, IReadOnlyList<double> errors, int seed)
    {
        var least = Math.Max(double.Epsilon, Least * errors.Average(Math.Abs));
        // Errors spread over decades; their logarithm is learned.
        return new(RandomForest.Fit(
            features, [.. errors.Select(error => Math.Log(Math.Max(least, Math.Abs(error))))], new() { Trees = 100, LeafRows = 5, Seed = seed }));
    }

    /// <summary>The usual size of the error of such crystals | unit of the target, greater than 0.</summary>
    public double[] SizeOf(IReadOnlyList<double[]> features) => [.. features.AsParallel().AsOrdered().Select(row => Math.Exp(forest.Predict(row)))];
}
