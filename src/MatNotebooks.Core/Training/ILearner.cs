namespace MatNotebooks.Training;

/// <summary>A way to learn a property from crystals: a model with the recipe it is trained by.</summary>
public interface ILearner
{
    /// <summary>Name in tables and figures, such as "gem-ppm".</summary>
    string Name { get; }

    /// <summary>Learns.</summary>
    /// <param name="train">What to learn from.</param>
    /// <param name="validation">What to choose by (when to stop); never learned from.</param>
    /// <param name="seed">Seed of everything random.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends it early with an <see cref="OperationCanceledException"/>.</param>
    IPredictor Learn(
        TrainingData train, TrainingData validation, int seed, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default);
}
