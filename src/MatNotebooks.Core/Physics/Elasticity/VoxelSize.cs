namespace MatNotebooks.Physics.Elasticity;

/// <summary>Edges of a voxel. The elastic answer knows only their ratios, so the unit is the user's: nm, µm.</summary>
/// <param name="X">Along x | any unit of length, greater than 0.</param>
/// <param name="Y">Along y | the same unit, greater than 0.</param>
/// <param name="Z">Along z | the same unit, greater than 0.</param>
public readonly record struct VoxelSize(double X, double Y, double Z)
{
    /// <summary>A cube of edge 1.</summary>
    public static VoxelSize Cube { get; } = new(1, 1, 1);

    /// <summary>Volume of a voxel | the unit of length cubed.</summary>
    public double Volume => X * Y * Z;
}
