using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <summary>One atom of a molecule.</summary>
/// <param name="Element">The element.</param>
/// <param name="Position">Where it is | Å.</param>
public readonly record struct Atom(Element Element, Cartesian Position);
