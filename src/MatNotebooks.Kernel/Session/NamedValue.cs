namespace MatNotebooks.Kernel.Session;

/// <summary>A variable of either language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type it was declared with.</param>
/// <param name="Value">What it holds.</param>
internal sealed record NamedValue(string Name, Type Type, object? Value);
