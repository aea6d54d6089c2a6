using MatNotebooks.Models.Layers.Sequences;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers.Sequences;

/// <summary>The products over taps beside libtorch's own convolution.</summary>
public sealed class CausalConvolutionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(7, 2)]
    [InlineData(3, 4)]
    public void Products_over_taps_are_a_dilated_causal_convolution(int steps, int dilation)
    {
        using var scope = NewDisposeScope();
        var layer = new CausalConvolution(4, 3, dilation);
        var input = Wave(2, steps, 4);
        Assert.True(layer.call(input).allclose(Convolved(input, layer.get_parameter("direction")!, layer.get_parameter("bias")!, dilation), 1e-5, 1e-6));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(9, 1)]
    [InlineData(9, 2)]
    public void An_inception_is_convolutions_of_four_lengths_gated(int steps, int dilation)
    {
        using var scope = NewDisposeScope();
        var layer = new DilatedInception(8, dilation);
        var input = Wave(2, steps, 8);
        Tensor All(string which) => cat([.. new[] { 2, 3, 6, 7 }.Select(kernel => Convolved(input, layer.get_parameter($"kernel{kernel}.{which}")!, null, dilation))], 2);
        Assert.True(layer.call(input).allclose(All("filter").tanh() * All("gate").sigmoid(), 1e-5, 1e-6));
    }

    private static Tensor Wave(long rows, long steps, long width) => (arange(rows * steps * width, ScalarType.Float32) * 0.7).sin().view(rows, steps, width);

    /// <summary>By libtorch: weights (taps × in, out), the newest tap first.</summary>
    private static Tensor Convolved(Tensor input, Tensor weights, Tensor? bias, int dilation)
    {
        var (width, steps) = (input.shape[2], input.shape[1]);
        var taps = weights.shape[0] / width;
        var kernel = weights.view(taps, width, -1).permute(2, 1, 0).flip(2);
        return nn.functional.conv1d(input.transpose(1, 2), kernel, bias, padding: (taps - 1) * dilation, dilation: dilation).narrow(2, 0, steps).transpose(1, 2);
    }
}
