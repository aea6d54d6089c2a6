namespace MatNotebooks.Physics.Elasticity;

/// <summary>A stress or a strain in each voxel.</summary>
public sealed class VoigtField
{
    private readonly Microstructure body;
    private readonly double[] values; // (6, voxels), x fastest

    internal VoigtField(Microstructure body, double[] values) => (this.body, this.values) = (body, values);

    /// <summary>A component in a voxel | GPa for a stress; no unit, engineering shears, for a strain.</summary>
    /// <param name="component">Which component.</param>
    /// <param name="x">Voxel along x, from 0.</param>
    /// <param name="y">Voxel along y, from 0.</param>
    /// <param name="z">Voxel along z, from 0; 0 for a plane.</param>
    /// <exception cref="ArgumentOutOfRangeException">The voxel is outside the grid.</exception>
    public double this[VoigtComponent component, int x, int y, int z = 0] => Component(component)[body.Index(x, y, z)];

    /// <summary>Mean over the voxels | as the components.</summary>
    public VoigtVector Mean => VoigtVector.Of([.. Enum.GetValues<VoigtComponent>().Select(component => MeanOf(Component(component)))]);

    /// <summary>A component in every voxel, x fastest, then y | as the components.</summary>
    /// <param name="component">Which.</param>
    public ReadOnlySpan<double> Component(VoigtComponent component) => values.AsSpan((int)component * body.VoxelCount, body.VoxelCount);

    /// <summary>A component in one layer, (y, x), as a heat map shows it | as the components.</summary>
    /// <param name="component">Which.</param>
    /// <param name="z">The layer, from 0; the default is the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The layer is outside the grid.</exception>
    public double[,] Layer(VoigtComponent component, int z = 0)
    {
        var layer = new double[body.SizeY, body.SizeX];
        for (var y = 0; y < body.SizeY; y++)
            for (var x = 0; x < body.SizeX; x++)
                layer[y, x] = this[component, x, y, z];
        return layer;
    }

    internal VoigtVector At(int voxel) =>
        VoigtVector.Of([.. Enumerable.Range(0, 6).Select(i => values[((long)i * body.VoxelCount) + voxel])]);

    private static double MeanOf(ReadOnlySpan<double> component)
    {
        var sum = 0.0;
        foreach (var value in component) sum += value;
        return sum / component.Length;
    }
}
