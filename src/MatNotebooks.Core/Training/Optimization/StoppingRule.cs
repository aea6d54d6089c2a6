namespace MatNotebooks.Training.Optimization;

/// <summary>When training ends, and which weights it leaves.</summary>
public abstract record StoppingRule
{
    /// <summary>Whether to end after an epoch.</summary>
    /// <param name="epoch">Epochs done.</param>
    /// <param name="bestEpoch">The epoch of the smallest validation error, counted from 1.</param>
    internal abstract bool EndsAfter(int epoch, int bestEpoch);

    /// <summary>Whether the weights of the best epoch are kept; else those of the last.</summary>
    internal abstract bool KeepsBest { get; }
}

/// <summary>Ends when the validation error has not fallen for some epochs, and leaves the weights of its smallest value.</summary>
/// <param name="Patience">Epochs without improvement, at least 1. The default is 50.</param>
public sealed record EarlyStopping(int Patience = 50) : StoppingRule
{
    internal override bool EndsAfter(int epoch, int bestEpoch) => epoch - bestEpoch >= Patience;

    internal override bool KeepsBest => true;
}

/// <summary>Runs all epochs and leaves the last weights: for schedules that end at rest, and when validation data are too few to choose by.</summary>
public sealed record AllEpochs : StoppingRule
{
    internal override bool EndsAfter(int epoch, int bestEpoch) => false;

    internal override bool KeepsBest => false;
}
