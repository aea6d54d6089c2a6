using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>
/// A dilated convolution in which a step hears only itself and what came before, the weights of each output given as direction and
/// length (weight normalisation).
/// </summary>
internal sealed class CausalConvolution : nn.Module<Tensor, Tensor>
{
    private readonly Parameter direction, length, bias;
    private readonly int kernel, dilation;

    public CausalConvolution(int width, int kernel, int dilation)
        : base(nameof(CausalConvolution))
    {
        (this.kernel, this.dilation) = (kernel, dilation);
        direction = CausalTaps.Weights(kernel, width, width);
        length = new(Norm(direction).detach());
        bias = new(zeros(width));
        RegisterComponents();
    }

    /// <summary>(sequences, steps, width) to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        var taps = CausalTaps.Of(input, kernel, dilation);
        var weight = direction * (length / Norm(direction));
        return taps.matmul(weight.narrow(0, 0, taps.shape[2])) + bias;
    }

    private static Tensor Norm(Tensor weights) => weights.square().sum(dim: 0).sqrt();
}
