namespace MatNotebooks.Training;

/// <summary>One epoch of a training.</summary>
/// <param name="Number">The epoch, from 1.</param>
/// <param name="TrainingLoss">Mean loss over its steps | no unit: of the targets as the network sees them.</param>
/// <param name="ValidationError">Error on the validation data after it: of one target the mean absolute error | its unit; of several the mean of their errors, each in standard deviations of the training values | no unit; of classes the mean of −ln of the right one's probability | no unit.</param>
/// <param name="LearningRate">Learning rate at its end.</param>
public sealed record EpochRecord(int Number, double TrainingLoss, double ValidationError, double LearningRate);
