namespace MatNotebooks.Training;

/// <summary>One epoch of a training.</summary>
/// <param name="Number">The epoch, from 1.</param>
/// <param name="TrainingLoss">Mean loss over its steps | no unit: of the targets as the network sees them.</param>
/// <param name="ValidationError">Mean absolute error on the validation data after it | unit of the target (mean over targets).</param>
/// <param name="LearningRate">Learning rate at its end.</param>
public sealed record EpochRecord(int Number, double TrainingLoss, double ValidationError, double LearningRate);
