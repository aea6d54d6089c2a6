namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>A pair and what was forecast of it by fits that never saw its task.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Framework">The gain that the four quantities forecast | no unit.</param>
/// <param name="ByCorrelation">The gain that a straight line in the label correlation forecasts | no unit.</param>
/// <param name="ByNearestTask">The gain that the same source had for the most similar other task | no unit.</param>
public sealed record PairForecast(TransferPair Pair, double Framework, double ByCorrelation, double ByNearestTask);
