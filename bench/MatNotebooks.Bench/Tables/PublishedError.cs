namespace MatNotebooks.Bench.Tables;

/// <summary>A mean absolute error that somebody published on the same rows.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Model">The model.</param>
/// <param name="Error">Mean absolute error | unit of the target.</param>
/// <param name="Source">Where it stands, or from whose predictions it was computed.</param>
internal sealed record PublishedError(string Target, string Model, double Error, string Source);
