using MatNotebooks.Training.Validation;

namespace MatNotebooks.Bench.Tables;

/// <summary>What came of a task.</summary>
/// <param name="Task">The task, in the size it was computed.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Predictions">What each model predicted, by fold and seed.</param>
internal sealed record TaskOutcome(TableTask Task, TaskRows Rows, IReadOnlyDictionary<string, IReadOnlyList<FoldPrediction>> Predictions);
