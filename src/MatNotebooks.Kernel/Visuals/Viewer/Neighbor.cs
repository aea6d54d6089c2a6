using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>An atom bonded to another.</summary>
/// <param name="Site">Index of its site.</param>
/// <param name="Shift">By how many lattice vectors it is shifted from where its site is listed.</param>
/// <param name="Displacement">From the other atom to it | Å.</param>
internal readonly record struct Neighbor(int Site, (int A, int B, int C) Shift, Cartesian Displacement)
{
    internal double Distance => Displacement.Length;
}
