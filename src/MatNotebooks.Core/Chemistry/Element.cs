namespace MatNotebooks.Chemistry;

/// <summary>A chemical element and the facts that models use; a value nobody has measured is null, never 0.</summary>
/// <param name="Number">Atomic number, 1 to 103.</param>
/// <param name="Symbol">Symbol, such as "Na".</param>
/// <param name="Name">English name.</param>
public sealed record Element(int Number, string Symbol, string Name);
