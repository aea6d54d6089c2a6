using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>A drawn atom.</summary>
/// <param name="Site">Index of its site.</param>
/// <param name="Shift">By how many lattice vectors it is shifted from where its site is listed.</param>
/// <param name="Position">In the scene's frame | Å.</param>
/// <param name="Fractional">In units of the lattice vectors, beyond [0, 1) for images.</param>
/// <param name="Element">What it is drawn as.</param>
/// <param name="Radius">Drawn radius | Å.</param>
/// <param name="Color">Drawn colour.</param>
internal sealed record SceneAtom(
    int Site, (int A, int B, int C) Shift, Cartesian Position, Fractional Fractional, Element Element, double Radius, string Color)
{
    /// <summary>What is written on it; null for nothing.</summary>
    internal string? Label { get; init; }
}
