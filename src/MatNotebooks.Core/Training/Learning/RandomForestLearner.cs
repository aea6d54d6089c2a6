using MatNotebooks.Models.Baselines;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training.Learning;

/// <summary>A random forest on statistics of the elements, the logarithm of the volume per atom, and the conditions.</summary>
public sealed record RandomForestLearner : ILearner
{
    /// <inheritdoc/>
    public string Name => "random-forest";

    /// <summary>How the forest is grown; the seed is replaced by the learner's.</summary>
    public RandomForestOptions Forest { get; init; } = new();

    /// <summary>What is done to the targets. The default is mean 0 and standard deviation 1, which changes nothing for trees.</summary>
    public TargetTransform Targets { get; init; } = new StandardizedTargets();

    /// <inheritdoc/>
    /// <remarks>Nothing is stopped by validation data: they have no say.</remarks>
    public IPredictor Learn(
        TrainingData train, TrainingData validation, int seed, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var map = Targets.Fit(train, classes => new ClassShares(classes));
        var features = train.Samples.Select(RandomForestPredictor.FeaturesOf).ToArray();
        return new RandomForestPredictor(map, [.. KnownOutput.All(train, map).Select(output =>
            RandomForest.Fit([.. output.Rows.Select(row => features[row])], output.Values, Forest with { Seed = seed }, cancellation))]);
    }
}
