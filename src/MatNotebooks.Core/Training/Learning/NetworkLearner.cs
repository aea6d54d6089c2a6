using MatNotebooks.Models;
using MatNotebooks.Training.Optimization;

namespace MatNotebooks.Training.Learning;

/// <summary>A network with the recipe it is trained by.</summary>
/// <param name="Name">Name in tables and figures.</param>
/// <param name="Build">Builds the network from a seed and the training data, whose numbers of targets and conditions it must have.</param>
/// <param name="Recipe">How it is trained; the seed is replaced by the learner's.</param>
public sealed record NetworkLearner(string Name, Func<int, TrainingData, PropertyModel> Build, TrainerOptions Recipe) : ILearner
{
    /// <summary>The same network with an evidential head, trained by an <see cref="EvidentialLoss"/>.</summary>
    public NetworkLearner Evidential() => this with
    {
        Build = (seed, data) => new EvidentialModel(Build(seed, data.WithTargets(sample => new double[EvidentialModel.NumbersPerTarget * sample.Targets.Length]))),
        Recipe = Recipe with { Loss = new EvidentialLoss() },
    };

    /// <inheritdoc/>
    public IPredictor Learn(
        TrainingData train, TrainingData validation, int seed, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        new Trainer(Recipe with { Seed = seed }).Fit(Build(seed, train), train, validation, progress, cancellation).Model;
}
