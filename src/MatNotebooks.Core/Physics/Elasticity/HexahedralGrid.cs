using System.Numerics;

namespace MatNotebooks.Physics.Elasticity;

/// <summary>Forces on the corners of a box's voxels from their displacements: K u without the matrix K.</summary>
internal sealed unsafe class HexahedralGrid(Microstructure body, BoxPoints points, int threads)
{
    private readonly Hexahedron element = new(body.Voxel);
    private readonly double[]?[] stiffness = [.. body.Phases.Select(phase => phase.IsVoid ? null : new Hexahedron(body.Voxel).Stiffness(phase))];
    private readonly int[] offsets = points.Offsets;

    /// <summary>y = K x, both (3, points).</summary>
    public void Multiply(double[] x, double[] y)
    {
        Array.Clear(y);
        // Rows of voxels of one parity along y and z share no corner, so that they may run side by side.
        for (var parity = 0; parity < 4; parity++)
        {
            var (fromY, fromZ) = (parity & 1, parity >> 1);
            var (alongY, alongZ) = ((body.SizeY - fromY + 1) / 2, (body.SizeZ - fromZ + 1) / 2);
            Workers.Each(threads, alongY * alongZ, row => Row(x, y, fromY + (2 * (row % alongY)), fromZ + (2 * (row / alongY))));
        }
    }

    /// <summary>The 3×3 blocks of K on its diagonal, (points, 9).</summary>
    public double[] DiagonalBlocks()
    {
        var blocks = new double[9 * points.Count];
        for (var voxel = 0; voxel < body.VoxelCount; voxel++)
        {
            if (stiffness[body.PhaseOfVoxel[voxel]] is not { } matrix) continue;
            foreach (var (corner, point) in points.Corners(voxel).Index())
                for (var i = 0; i < 9; i++)
                    blocks[(9 * point) + i] += matrix[(24 * ((3 * corner) + (i / 3))) + (3 * corner) + (i % 3)];
        }
        return blocks;
    }

    /// <summary>Mean strain and stress of each voxel, (6, voxels) each.</summary>
    public (double[] Strain, double[] Stress) Fields(double[] displacement)
    {
        var (strain, stress) = (new double[6 * body.VoxelCount], new double[6 * body.VoxelCount]);
        for (var voxel = 0; voxel < body.VoxelCount; voxel++)
        {
            var corners = points.Corners(voxel);
            var moved = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(24, i => displacement[(i % 3 * points.Count) + corners[i / 3]]);
            var mean = VoigtVector.Of((element.MeanStrain * moved).AsArray());
            var answer = body.Phases[body.PhaseOfVoxel[voxel]].Stress(mean);
            foreach (var component in Enum.GetValues<VoigtComponent>())
            {
                var place = ((int)component * body.VoxelCount) + voxel;
                (strain[place], stress[place]) = (mean[component], answer[component]);
            }
        }
        return (strain, stress);
    }

    private void Row(double[] from, double[] to, int y, int z)
    {
        double* moved = stackalloc double[24], pulled = stackalloc double[24];
        var voxel = body.SizeX * (y + (body.SizeY * z));
        var first = points.First(y, z);
        for (var x = 0; x < body.SizeX; x++, voxel++, first++)
        {
            if (stiffness[body.PhaseOfVoxel[voxel]] is not { } matrix) continue;
            for (var corner = 0; corner < 8; corner++)
                for (var axis = 0; axis < 3; axis++)
                    moved[(3 * corner) + axis] = from[(axis * points.Count) + first + offsets[corner]];
            fixed (double* columns = matrix) Product(columns, moved, pulled);
            for (var corner = 0; corner < 8; corner++)
                for (var axis = 0; axis < 3; axis++)
                    to[(axis * points.Count) + first + offsets[corner]] += pulled[(3 * corner) + axis];
        }
    }

    private static void Product(double* columns, double* vector, double* product)
    {
        for (var row = 0; row < 24; row += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (var column = 0; column < 24; column++) sum += Vector.Load(columns + (24 * column) + row) * vector[column];
            sum.Store(product + row);
        }
    }
}
