using MatNotebooks.Chemistry;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// Polyhedra whose corners are the neighbours of an atom. Neighbours outside the shown cells are added, so that each is whole.
/// </summary>
public sealed record CoordinationPolyhedra
{
    /// <summary>The elements round which polyhedra stand; null, the default, for every atom with four or more neighbours that are all more electronegative than it is.</summary>
    public IReadOnlyList<Element>? Centers { get; init; }

    /// <summary>How much of what is behind a face it hides | 0 to 1. The default is 0.6.</summary>
    public double Opacity { get; init; } = 0.6;
}
