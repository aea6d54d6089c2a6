namespace MatNotebooks.Crystals.Formats;

/// <summary>A property of a chemiscope data set: numbers, or classes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit; "1" for a pure number.</param>
/// <param name="Target">What one value belongs to: "structure" or "atom".</param>
/// <param name="Values">The numbers; null for classes.</param>
/// <param name="Classes">The classes; null for numbers.</param>
internal sealed record ChemiscopeProperty(string Name, string Unit, string Target, IReadOnlyList<double>? Values, IReadOnlyList<string>? Classes);
