using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Tensors;

public sealed class FourierTests
{
    [Fact]
    public void A_wave_has_one_frequency_and_comes_back()
    {
        using var scope = NewDisposeScope();
        var wave = cos(arange(8, dtype: ScalarType.Float64) * (2 * Math.PI * 3 / 8)).view(1, 8).expand(5, 8).contiguous();
        var waves = fft.rfftn(wave);
        Assert.Equal((ScalarType.ComplexFloat64, 16L), (waves.dtype, waves.element_size()));
        Assert.Equal([5, 5], waves.shape);
        var parts = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(waves.contiguous().bytes).ToArray();
        Assert.Equal(20, parts[6], 1e-12); // half of 40 values
        Assert.Equal(20, parts.Sum(Math.Abs), 1e-9);
        Assert.True(fft.irfftn(waves, [5, 8]).allclose(wave));
        Assert.Equal([5, 7], fft.irfftn(fft.rfftn(zeros(5, 7)), [5, 7]).shape);
        var even = fft.rfftn(wave, norm: FFTNormType.Ortho);
        Assert.True(fft.irfftn(even, [5, 8], norm: FFTNormType.Ortho).allclose(wave));
    }

    [Fact]
    public void Eigenvalues_of_symmetric_matrices_rise()
    {
        using var scope = NewDisposeScope();
        var matrices = stack([tensor(new double[,] { { 2, 1 }, { 1, 2 } }), tensor(new double[,] { { 0, 3 }, { 3, 0 } })]);
        Assert.True(linalg.eigvalsh(matrices).allclose(tensor(new double[,] { { 1, 3 }, { -3, 3 } })));
    }
}
