namespace MatNotebooks.Training;

/// <summary>Where a training stands after an epoch.</summary>
/// <param name="Name">What is trained.</param>
/// <param name="Epoch">The epoch and its errors.</param>
/// <param name="Epochs">Epochs at most.</param>
/// <param name="Elapsed">Time since it began, or went on.</param>
/// <param name="Remaining">Time until all epochs are done at the pace so far; stopping early makes it shorter.</param>
public sealed record TrainingProgress(string Name, EpochRecord Epoch, int Epochs, TimeSpan Elapsed, TimeSpan Remaining)
{
    /// <summary>What a user should know of the epoch, such as that memory ran out and the batch was halved; null where nothing happened.</summary>
    public string? Notice { get; init; }
}
