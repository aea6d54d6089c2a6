namespace MatNotebooks.Training.Learning;

/// <summary>The same learner several times, each from a seed of its own; the mean of what they predict.</summary>
/// <param name="Member">The learner.</param>
/// <param name="Members">How many times, at least 1.</param>
public sealed record EnsembleLearner(ILearner Member, int Members) : ILearner
{
    /// <inheritdoc/>
    public string Name => Member.Name;

    /// <inheritdoc/>
    public IPredictor Learn(
        TrainingData train, TrainingData validation, int seed, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        new EnsemblePredictor([.. Enumerable.Range(0, Members)
            .Select(member => Member.Learn(train, validation, (seed * Members) + member, progress, cancellation))]);
}
