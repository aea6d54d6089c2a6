using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>An edge of the cell; those from the origin bear the name of their lattice vector.</summary>
internal sealed record SceneEdge(Cartesian From, Cartesian To, string Color, string? Name)
{
    private const double BeyondEnd = 1.15; // Å, clear of the largest ball

    /// <summary>Where the name stands, just beyond the end.</summary>
    internal Cartesian NamePlace => To + (BeyondEnd / (To - From).Length * (To - From));
}
