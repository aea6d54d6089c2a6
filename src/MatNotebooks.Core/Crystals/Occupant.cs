using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <summary>One species on a site.</summary>
/// <param name="Element">The element.</param>
/// <param name="Occupancy">Share of the site it takes | no unit, in (0, 1]. The default is 1.</param>
public readonly record struct Occupant(Element Element, double Occupancy = 1);
