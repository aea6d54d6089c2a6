using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>An edge of the cell; those from the origin bear the name of their lattice vector.</summary>
internal sealed record SceneEdge(Cartesian From, Cartesian To, string Color, string? Name)
{
    /// <summary>How far beyond the end the name stands, clear of the largest ball | Å.</summary>
    internal double Beyond { get; init; } = 1.15;

    /// <summary>Where the name stands.</summary>
    internal Cartesian NamePlace => To + (Beyond / (To - From).Length * (To - From));
}
