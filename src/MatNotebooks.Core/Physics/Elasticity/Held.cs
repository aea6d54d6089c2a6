namespace MatNotebooks.Physics.Elasticity;

/// <summary>What is prescribed of a point's displacement, u = ū (Eq. 34); a component that is null is free to move.</summary>
/// <param name="X">Along x | the voxels' unit of length.</param>
/// <param name="Y">Along y | the voxels' unit of length.</param>
/// <param name="Z">Along z | the voxels' unit of length.</param>
public readonly record struct Held(double? X = null, double? Y = null, double? Z = null)
{
    /// <summary>Does not move at all.</summary>
    public static Held Still { get; } = new(0, 0, 0);

    internal double?[] ToArray() => [X, Y, Z];
}
