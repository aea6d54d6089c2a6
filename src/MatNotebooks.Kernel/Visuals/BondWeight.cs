using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>How much a site takes from one neighbour, such as the attention of a graph network.</summary>
/// <param name="Site">Index of the receiving site in the crystal.</param>
/// <param name="Displacement">From the site to the neighbour | Å.</param>
/// <param name="Weight">The weight | 0 or more, but where they have a sign.</param>
public readonly record struct BondWeight(int Site, Cartesian Displacement, double Weight);
