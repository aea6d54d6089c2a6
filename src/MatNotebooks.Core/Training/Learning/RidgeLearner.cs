using MatNotebooks.Models.Baselines;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training.Learning;

/// <summary>Ridge regression on statistics of the elements and on the volume per atom.</summary>
/// <remarks>
/// The volume enters as its logarithm, V^(−2/3), V^(−4/3) and V^(−2): the powers of the Birch–Murnaghan curve, in which the energy of a
/// crystal over its volume is linear. Each is also multiplied with the means and spreads of the facts, so that a curve may differ by compound.
/// </remarks>
public sealed record RidgeLearner : ILearner
{
    /// <inheritdoc/>
    public string Name => "ridge";

    /// <summary>What is done to the targets. The default is mean 0 and standard deviation 1.</summary>
    public TargetTransform Targets { get; init; } = new StandardizedTargets();

    /// <inheritdoc/>
    /// <remarks>Nothing in it is random and nothing is stopped: validation data and seed have no say.</remarks>
    public IPredictor Learn(
        TrainingData train, TrainingData validation, int seed, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var map = Targets.Fit(train, classes => new ClassShares(classes));
        var features = train.Samples.Select(RidgePredictor.FeaturesOf).ToArray();
        return new RidgePredictor(map, [.. KnownOutput.All(train, map).Select(output => RidgeRegression.Fit(
            [.. output.Rows.Select(row => features[row])], output.Values, [.. output.Rows.Select(row => train.Samples[row].Group)]))]);
    }
}
