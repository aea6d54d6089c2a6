using MatNotebooks.Frameworks.Mpbf.Quantities;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>What came of one source for one task, with some labels, under one seed.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Frozen">Mean absolute error of a head on the frozen representation alone | the task's unit.</param>
/// <param name="Beside">Of a head on the representation beside the element statistics | the task's unit; null with more than 400 labels, where it is not computed.</param>
/// <param name="LabelCorrelation">Spearman's coefficient, its sign dropped, of what the source says of its own property with the task's labels | no unit, 0 to 1.</param>
/// <param name="Measured">What was measured before fine-tuning.</param>
public sealed record PairOutcome(string Source, double Frozen, double? Beside, double LabelCorrelation, TransferMeasurement Measured);
