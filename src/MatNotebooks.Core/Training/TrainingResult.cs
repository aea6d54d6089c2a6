namespace MatNotebooks.Training;

/// <summary>What a training came to.</summary>
/// <param name="Model">The trained network.</param>
/// <param name="Epochs">Every epoch, in order.</param>
/// <param name="Kept">The epoch whose weights were kept.</param>
public sealed record TrainingResult(TrainedModel Model, IReadOnlyList<EpochRecord> Epochs, EpochRecord Kept);
