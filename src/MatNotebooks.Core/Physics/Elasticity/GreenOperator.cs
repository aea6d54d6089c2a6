using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Physics.Elasticity;

/// <summary>
/// Displacements that forces cause in an even, isotropic, periodic body: Green's operator of the reference medium on the rotated grid, by
/// Fourier transform. It is the preconditioner that makes conjugate gradients those of Lippmann and Schwinger's equation.
/// </summary>
/// <remarks>
/// On the rotated grid the three derivatives of a wave share one phase, so that its stiffness is real: μ q² + (λ + μ) q qᵀ with
/// q = 2 (sin·cos·cos / h). Waves with q = 0, a shift and the chequerboards of Nyquist's frequency, strain nothing and are left out.
/// Sources: H. Moulinec, P. Suquet, Comput. Methods Appl. Mech. Eng. 157, 69 (1998); J. Zeman et al., J. Comput. Phys. 229, 8065 (2010).
/// </remarks>
internal sealed class GreenOperator(Microstructure body, double bulk, double shear, int threads)
{
    private readonly long[] shape = [body.SizeZ, body.SizeY, body.SizeX];
    private readonly int voxels = body.VoxelCount;
    private readonly double squeeze = (bulk + (shear / 3)) / (bulk + (4 * shear / 3)); // (λ + μ) / (λ + 2μ)
    private readonly (double Sin, double Cos)[] alongX = HalfAngles(body.SizeX);
    private readonly (double Sin, double Cos)[] alongY = HalfAngles(body.SizeY);
    private readonly (double Sin, double Cos)[] alongZ = HalfAngles(body.SizeZ);

    /// <summary>z = K₀⁻¹ r, both (3, voxels); longer is allowed.</summary>
    public void Apply(double[] force, double[] displacement)
    {
        var waves = new Tensor[3];
        try
        {
            Workers.Each(threads, 3, component =>
            {
                using var real = empty(shape, ScalarType.Float64);
                force.AsSpan(component * voxels, voxels).CopyTo(MemoryMarshal.Cast<byte, double>(real.bytes));
                using var transformed = fft.rfftn(real);
                waves[component] = transformed.contiguous();
                waves[component].DetachFromDisposeScope();
            });
            Workers.Each(threads, body.SizeZ, z => Respond(waves, z));
            Workers.Each(threads, 3, component =>
            {
                using var transformed = fft.irfftn(waves[component], shape);
                using var real = transformed.contiguous();
                MemoryMarshal.Cast<byte, double>(real.bytes).CopyTo(displacement.AsSpan(component * voxels, voxels));
            });
        }
        finally
        {
            foreach (var wave in waves) wave?.Dispose();
        }
    }

    private void Respond(Tensor[] waves, int z)
    {
        var kept = (body.SizeX / 2) + 1;
        var from = 2 * kept * body.SizeY * z;
        var length = 2 * kept * body.SizeY;
        var u = MemoryMarshal.Cast<byte, double>(waves[0].bytes).Slice(from, length);
        var v = MemoryMarshal.Cast<byte, double>(waves[1].bytes).Slice(from, length);
        var w = MemoryMarshal.Cast<byte, double>(waves[2].bytes).Slice(from, length);
        var (sinZ, cosZ) = alongZ[z];
        for (int y = 0, i = 0; y < body.SizeY; y++)
        {
            var (sinY, cosY) = alongY[y];
            var (toX, toY, toZ) = (2 * cosY * cosZ / body.Voxel.X, 2 * sinY * cosZ / body.Voxel.Y, 2 * cosY * sinZ / body.Voxel.Z);
            for (var x = 0; x < kept; x++)
            {
                var (sinX, cosX) = alongX[x];
                var (qx, qy, qz) = (sinX * toX, cosX * toY, cosX * toZ);
                var square = (qx * qx) + (qy * qy) + (qz * qz);
                var soft = square > 0 ? 1 / (shear * square) : 0;
                var back = square > 0 ? squeeze / square : 0;
                for (var part = 0; part < 2; part++, i++)
                {
                    var along = back * ((qx * u[i]) + (qy * v[i]) + (qz * w[i]));
                    (u[i], v[i], w[i]) = (soft * (u[i] - (along * qx)), soft * (v[i] - (along * qy)), soft * (w[i] - (along * qz)));
                }
            }
        }
    }

    private static (double Sin, double Cos)[] HalfAngles(int size)
    {
        // A cosine of exactly 0 at Nyquist's frequency: rounding would leave a wave that strains nearly nothing.
        return [.. Enumerable.Range(0, size).Select(i => (Math.Sin(Math.PI * i / size), 2 * i == size ? 0 : Math.Cos(Math.PI * i / size)))];
    }
}
