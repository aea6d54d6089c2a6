namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>A number of the study.</summary>
/// <param name="Case">The way, such as "ensemble/normalized".</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Values">One for each repetition, at least one.</param>
/// <param name="Unit">Unit; 1 for pure numbers.</param>
public sealed record CoverageFigure(string Case, string Metric, IReadOnlyList<double> Values, string Unit = "1");
