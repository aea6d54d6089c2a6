namespace MatNotebooks.Kernel.Visuals;

/// <summary>Values under one name.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Values">The values; one that is not finite is left out.</param>
public sealed record NamedValues(string Name, IReadOnlyList<double> Values);
