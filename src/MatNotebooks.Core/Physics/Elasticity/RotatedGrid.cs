using System.Numerics;

namespace MatNotebooks.Physics.Elasticity;

/// <summary>Strains of voxels from displacements of their corners, and forces on corners from stresses of voxels (Eq. 20, 22).</summary>
/// <remarks>
/// Willot's rotated scheme: a voxel's strain is that of its eight corners' mean differences, one strain for each voxel, on a periodic grid.
/// Laminates along the axes are met exactly, and no contrast of stiffness spoils convergence.
/// Source: F. Willot, C. R. Mécanique 343, 232 (2015).
/// </remarks>
internal sealed unsafe class RotatedGrid(Microstructure body, int threads)
{
    private readonly int nx = body.SizeX;
    private readonly int ny = body.SizeY;
    private readonly int rows = body.SizeY * body.SizeZ;
    private readonly double perX = 0.25 / body.Voxel.X;
    private readonly double perY = 0.25 / body.Voxel.Y;
    private readonly double perZ = 0.25 / body.Voxel.Z;
    private readonly double[] stiffness = body.StiffnessTable();
    private readonly int voxels = body.VoxelCount;
    private readonly Lock adding = new();

    /// <summary>Stress of each voxel.</summary>
    /// <param name="displacement">(3, voxels) | of the corner where each voxel begins; longer is allowed.</param>
    /// <param name="mean">Six strains added everywhere.</param>
    /// <param name="stress">(6, voxels) | written.</param>
    /// <param name="strain">(6, voxels) | written where wanted.</param>
    /// <returns>Sum of the stress over all voxels, six.</returns>
    public double[] Stress(double[] displacement, double[] mean, double[] stress, double[]? strain = null)
    {
        var total = new double[6];
        InParallel((first, last) =>
        {
            var sum = new double[6];
            fixed (double* u = displacement, m = mean, s = stress, e = strain, scratch = new double[12 * (nx + 1)], t = sum)
            fixed (double* table = stiffness)
            fixed (int* phase = body.PhaseOfVoxel)
            {
                for (var row = first; row < last; row++)
                {
                    StrainRow(u, m, row, scratch);
                    StressRow(table, phase + (row * (long)nx), scratch, s + (row * (long)nx), t);
                    if (e != null)
                        for (var i = 0; i < 6; i++) new Span<double>(scratch + (i * nx), nx).CopyTo(new(e + ((long)i * voxels) + (row * (long)nx), nx));
                }
            }
            lock (adding)
                for (var i = 0; i < 6; i++) total[i] += sum[i];
        });
        return total;
    }

    /// <summary>Forces that stresses put on the corners, Dᵀσ = −∇·σ (Eq. 20) times a voxel's volume.</summary>
    /// <param name="stress">(6, voxels).</param>
    /// <param name="force">(3, voxels) | written; longer is allowed.</param>
    public void Force(double[] stress, double[] force) => InParallel((first, last) =>
    {
        fixed (double* s = stress, f = force, scratch = new double[2 * (nx + 1)])
        {
            for (var row = first; row < last; row++)
            {
                ForceRow(s, 0, 5, 4, row, scratch, f);
                ForceRow(s, 5, 1, 3, row, scratch, f + voxels);
                ForceRow(s, 4, 3, 2, row, scratch, f + (2L * voxels));
            }
        }
    });

    // The row above in y and in z, around the edge.
    private (int Y, int Z, int Both) Next(int row, int step)
    {
        var (y, z) = (row % ny, row / ny);
        var nz = rows / ny;
        var (otherY, otherZ) = ((y + step + ny) % ny, (z + step + nz) % nz);
        return (otherY + (z * ny), y + (otherZ * ny), otherY + (otherZ * ny));
    }

    private void StrainRow(double* u, double* mean, int row, double* strain)
    {
        var across = strain + (6 * nx); // three gradients of one component, each with a place for the wrap
        var (y, z, both) = Next(row, 1);
        for (var i = 0; i < 6; i++) new Span<double>(strain + (i * nx), nx).Fill(mean[i]);
        for (var component = 0; component < 3; component++)
        {
            var from = u + ((long)component * voxels);
            double* sum = across, alongY = sum + nx + 1, alongZ = alongY + nx + 1;
            Differences(from + ((long)row * nx), from + ((long)y * nx), from + ((long)z * nx), from + ((long)both * nx), sum, alongY, alongZ);
            // Which strain each derivative of this component belongs to: xx, xy, xz; xy, yy, yz; xz, yz, zz.
            var (x1, y1, z1) = component switch { 0 => (0, 5, 4), 1 => (5, 1, 3), _ => (4, 3, 2) };
            double* ex = strain + (x1 * nx), ey = strain + (y1 * nx), ez = strain + (z1 * nx);
            for (var x = 0; x < nx; x++)
            {
                ex[x] += (sum[x + 1] - sum[x]) * perX;
                ey[x] += (alongY[x + 1] + alongY[x]) * perY;
                ez[x] += (alongZ[x + 1] + alongZ[x]) * perZ;
            }
        }
    }

    private void Differences(double* a, double* b, double* c, double* d, double* sum, double* alongY, double* alongZ)
    {
        var x = 0;
        for (; x <= nx - Vector<double>.Count; x += Vector<double>.Count)
        {
            var (ab, cd) = (Vector.Load(a + x) + Vector.Load(b + x), Vector.Load(c + x) + Vector.Load(d + x));
            (ab + cd).Store(sum + x);
            (Vector.Load(b + x) - Vector.Load(a + x) + Vector.Load(d + x) - Vector.Load(c + x)).Store(alongY + x);
            (cd - ab).Store(alongZ + x);
        }
        for (; x < nx; x++)
        {
            sum[x] = a[x] + b[x] + c[x] + d[x];
            alongY[x] = b[x] - a[x] + d[x] - c[x];
            alongZ[x] = c[x] + d[x] - a[x] - b[x];
        }
        (sum[nx], alongY[nx], alongZ[nx]) = (sum[0], alongY[0], alongZ[0]);
    }

    private void StressRow(double* table, int* phase, double* strain, double* stress, double* total)
    {
        for (var x = 0; x < nx; x++)
        {
            var c = table + (36 * phase[x]);
            var (e0, e1, e2) = (strain[x], strain[nx + x], strain[(2 * nx) + x]);
            var (e3, e4, e5) = (strain[(3 * nx) + x], strain[(4 * nx) + x], strain[(5 * nx) + x]);
            var to = stress + x;
            for (var i = 0; i < 6; i++, c += 6, to += voxels)
            {
                var value = (c[0] * e0) + (c[1] * e1) + (c[2] * e2) + (c[3] * e3) + (c[4] * e4) + (c[5] * e5);
                *to = value;
                total[i] += value;
            }
        }
    }

    private void ForceRow(double* stress, int alongX, int alongY, int alongZ, int row, double* scratch, double* force)
    {
        var (y, z, both) = Next(row, -1);
        double* even = scratch, odd = scratch + nx + 1; // those that change sign along x, and those that do not; place 0 is the wrap
        double* sx = stress + ((long)alongX * voxels), sy = stress + ((long)alongY * voxels), sz = stress + ((long)alongZ * voxels);
        long a = (long)row * nx, b = (long)y * nx, c = (long)z * nx, d = (long)both * nx;
        for (var x = 0; x < nx; x++)
        {
            even[x + 1] = (sx[a + x] + sx[b + x] + sx[c + x] + sx[d + x]) * perX;
            odd[x + 1] = ((sy[b + x] - sy[a + x] + sy[d + x] - sy[c + x]) * perY) + ((sz[c + x] - sz[a + x] + sz[d + x] - sz[b + x]) * perZ);
        }
        (even[0], odd[0]) = (even[nx], odd[nx]);
        for (var x = 0; x < nx; x++) force[a + x] = even[x] - even[x + 1] + odd[x] + odd[x + 1];
    }

    private void InParallel(Action<int, int> rowsFromTo)
    {
        var pieces = threads == 1 ? 1 : Math.Min(rows, threads * 4);
        Workers.Each(threads, pieces, piece => rowsFromTo((int)((long)rows * piece / pieces), (int)((long)rows * (piece + 1) / pieces)));
    }
}
