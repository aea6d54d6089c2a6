namespace MatNotebooks.Crystals.Diffraction;

/// <summary>Planes whose indices differ by order and sign alone, and that reflect at the same angle.</summary>
/// <param name="Planes">The one among them with the fewest negative indices, and of those the greatest ones first.</param>
/// <param name="Multiplicity">How many of them reflect, both sides of each plane counted.</param>
public readonly record struct PlaneFamily(MillerIndices Planes, int Multiplicity);
