using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Physics.Elasticity;

/// <summary>Stiffness and mean strain of one voxel as a trilinear hexahedron, two integration points along each edge. Corners run x fastest, components within a corner.</summary>
internal sealed class Hexahedron
{
    private static readonly double Gauss = 1 / Math.Sqrt(3);
    private readonly Matrix<double>[] strains; // at the eight integration points, (6, 24)
    private readonly double share; // volume that belongs to an integration point

    public Hexahedron(VoxelSize voxel)
    {
        share = voxel.Volume / 8;
        strains = [.. Enumerable.Range(0, 8).Select(point => Strain(voxel, Side(point) * Gauss, Side(point >> 1) * Gauss, Side(point >> 2) * Gauss))];
        MeanStrain = strains.Aggregate((sum, next) => sum + next) / 8;
    }

    /// <summary>Mean strain of the displacements of the corners, (6, 24).</summary>
    public Matrix<double> MeanStrain { get; }

    /// <summary>∫ Bᵀ C B, (24, 24), by columns.</summary>
    public double[] Stiffness(ElasticTensor phase)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(phase.ToArray());
        return strains.Select(strain => strain.Transpose() * matrix * strain * share).Aggregate((sum, next) => sum + next).ToColumnMajorArray();
    }

    private static double Side(int bit) => (2 * (bit & 1)) - 1;

    private static Matrix<double> Strain(VoxelSize voxel, double x, double y, double z)
    {
        var matrix = Matrix<double>.Build.Dense(6, 24);
        for (var corner = 0; corner < 8; corner++)
        {
            var (i, j, k) = (Side(corner), Side(corner >> 1), Side(corner >> 2));
            var dx = i * (1 + (j * y)) * (1 + (k * z)) / (4 * voxel.X);
            var dy = j * (1 + (i * x)) * (1 + (k * z)) / (4 * voxel.Y);
            var dz = k * (1 + (i * x)) * (1 + (j * y)) / (4 * voxel.Z);
            var column = 3 * corner;
            (matrix[0, column], matrix[1, column + 1], matrix[2, column + 2]) = (dx, dy, dz);
            (matrix[3, column + 1], matrix[3, column + 2]) = (dz, dy);
            (matrix[4, column], matrix[4, column + 2]) = (dz, dx);
            (matrix[5, column], matrix[5, column + 1]) = (dy, dx);
        }
        return matrix;
    }
}
