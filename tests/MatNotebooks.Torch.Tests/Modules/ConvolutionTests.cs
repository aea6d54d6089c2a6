using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Modules;

/// <summary>Against sums by hand.</summary>
public sealed class ConvolutionTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(2, 1, 1)]
    public void A_convolution_is_the_sum_it_stands_for(int stride, int padding, int dilation)
    {
        using var scope = NewDisposeScope();
        var (layer, input) = (Reference.WithFilledWeights(nn.Conv1d(3, 4, 2, stride, padding, dilation)), Reference.Filled([2, 3, 6]));
        var said = layer.call(input);
        double[] x = input.data<double>().ToArray(), w = layer.weight.data<double>().ToArray(), b = layer.bias!.data<double>().ToArray();
        var steps = ((6 + (2 * padding) - dilation - 1) / stride) + 1;
        Assert.Equal([2L, 4, steps], said.shape);
        var expected = from batch in Enumerable.Range(0, 2)
                       from output in Enumerable.Range(0, 4)
                       from step in Enumerable.Range(0, steps)
                       select b[output] + (from channel in Enumerable.Range(0, 3)
                                           from tap in Enumerable.Range(0, 2)
                                           let at = (step * stride) - padding + (tap * dilation)
                                           where at is >= 0 and < 6
                                           select w[(output * 6) + (channel * 2) + tap] * x[(batch * 18) + (channel * 6) + at]).Sum();
        Reference.Near([.. expected], said.contiguous().data<double>().ToArray());
    }

    [Fact]
    public void Initial_weights_and_biases_are_within_the_root_of_what_an_output_hears()
    {
        var layer = nn.Conv1d(8, 16, 3);
        var bound = 1 / Math.Sqrt(24);
        Assert.All(layer.parameters(), part => Assert.InRange(part.abs().max().item<float>(), 0.8 * bound, bound));
        Assert.Contains("kernel of 0", Assert.Throws<ArgumentException>(() => nn.Conv1d(8, 16, 0)).Message);
    }

    [Fact]
    public void Pooling_keeps_the_greatest_of_each_window()
    {
        var input = tensor(new double[] { 1, 5, -2, 0, 3, 4, -9 }, [1, 1, 7]);
        Assert.Equal([5.0, 5, 4, 4], nn.functional.max_pool1d(input, 3, 2, 1).data<double>().ToArray());
        Assert.Equal([5.0, 4], nn.functional.max_pool1d(input, 3).data<double>().ToArray());
    }
}
