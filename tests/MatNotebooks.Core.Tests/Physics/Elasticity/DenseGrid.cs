using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Core.Tests.Physics.Elasticity;

/// <summary>The rotated grid as trilinear hexahedra of one integration point, assembled into a dense matrix: an oracle for small bodies.</summary>
internal static class DenseGrid
{
    public static VoigtVector[] Stress(Microstructure body, VoigtVector mean)
    {
        var unknowns = 3 * body.VoxelCount;
        var stiffness = Matrix<double>.Build.Dense(unknowns, unknowns);
        var load = Vector<double>.Build.Dense(unknowns);
        var even = Vector<double>.Build.Dense([mean.XX, mean.YY, mean.ZZ, mean.YZ, mean.XZ, mean.XY]);
        var strains = new Matrix<double>[body.VoxelCount];
        for (var voxel = 0; voxel < body.VoxelCount; voxel++)
        {
            strains[voxel] = StrainMatrix(body, voxel);
            var phase = Matrix<double>.Build.DenseOfArray(body.Phases[body.PhaseOfVoxel[voxel]].ToArray());
            stiffness += strains[voxel].Transpose() * phase * strains[voxel];
            load -= strains[voxel].Transpose() * (phase * even);
        }
        var svd = stiffness.Svd();
        var turned = (svd.U.Transpose() * load).MapIndexed((i, value) => svd.S[i] > 1e-9 * svd.S[0] ? value / svd.S[i] : 0);
        var displacement = svd.VT.Transpose() * turned; // the least of all solutions
        return [.. strains.Select((matrix, voxel) => body.Phases[body.PhaseOfVoxel[voxel]].Stress(Voigt((matrix * displacement) + even)))];
    }

    private static VoigtVector Voigt(Vector<double> values) => new(values[0], values[1], values[2], values[3], values[4], values[5]);

    private static Matrix<double> StrainMatrix(Microstructure body, int voxel)
    {
        var (x, y, z) = (voxel % body.SizeX, voxel / body.SizeX % body.SizeY, voxel / (body.SizeX * body.SizeY));
        var matrix = Matrix<double>.Build.Dense(6, 3 * body.VoxelCount);
        for (var corner = 0; corner < 8; corner++)
        {
            var (i, j, k) = (corner & 1, (corner >> 1) & 1, corner >> 2);
            var node = ((x + i) % body.SizeX) + (body.SizeX * (((y + j) % body.SizeY) + (body.SizeY * ((z + k) % body.SizeZ))));
            var (dx, dy, dz) = (((2 * i) - 1) / (4 * body.Voxel.X), ((2 * j) - 1) / (4 * body.Voxel.Y), ((2 * k) - 1) / (4 * body.Voxel.Z));
            double[,] rows = { { dx, 0, 0 }, { 0, dy, 0 }, { 0, 0, dz }, { 0, dz, dy }, { dz, 0, dx }, { dy, dx, 0 } };
            for (var row = 0; row < 6; row++)
                for (var axis = 0; axis < 3; axis++)
                    matrix[row, (axis * body.VoxelCount) + node] += rows[row, axis];
        }
        return matrix;
    }
}
