namespace MatNotebooks.Crystals;

/// <summary>A Wyckoff position that is occupied.</summary>
/// <param name="Site">One of its sites, as the crystal gives it.</param>
/// <param name="Letter">Its letter in spglib's standard setting; which of several letters it is may depend on the choice of origin.</param>
/// <param name="Multiplicity">How many sites of the conventional cell it has | 1 to 192.</param>
internal readonly record struct WyckoffPosition(Site Site, char Letter, int Multiplicity);
