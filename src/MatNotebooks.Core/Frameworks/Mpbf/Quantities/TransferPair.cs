namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>A source and a task with some labels: what was measured beforehand, and what came of it.</summary>
/// <param name="Task">The task fine-tuned for.</param>
/// <param name="Source">What was pretrained on.</param>
/// <param name="Labels">How many labels.</param>
/// <param name="Gain">1 less the error from the source over that from scratch with the same head, mean over seeds | no unit; less than 0 is negative transfer.</param>
/// <param name="Deviation">Standard deviation of the gain over seeds | no unit; 0 with one seed.</param>
/// <param name="LabelCorrelation">How closely the source's own output follows the task's labels | no unit, 0 to 1.</param>
/// <param name="Measured">What was measured before fine-tuning, mean over seeds.</param>
public sealed record TransferPair(string Task, string Source, int Labels, double Gain, double Deviation, double LabelCorrelation, TransferMeasurement Measured);
