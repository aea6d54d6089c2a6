using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>A vector on every atom, drawn as an arrow: forces, magnetic moments, displacements.</summary>
/// <param name="Axis">What they measure.</param>
/// <param name="Values">One per site, in Cartesian components and the axis' unit; one that is zero or not finite is not drawn.</param>
public sealed record AtomVectors(Axis Axis, IReadOnlyList<Cartesian> Values)
{
    /// <summary>Length of an arrow of size 1 | Å per unit, greater than 0; null, the default, makes the longest arrow 1.6 Å.</summary>
    public double? Scale { get; init; }
}
