using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>Two causal convolutions of one dilation, added to what came in.</summary>
internal sealed class TemporalBlock : nn.Module<Tensor, Tensor>
{
    private readonly CausalConvolution first, second;
    private readonly SeededDropout dropout;

    public TemporalBlock(int width, int kernel, int dilation, double dropout, int seed)
        : base(nameof(TemporalBlock))
    {
        (first, second) = (new(width, kernel, dilation), new(width, kernel, dilation));
        this.dropout = new(dropout, seed);
        RegisterComponents();
    }

    /// <summary>(sequences, steps, width) to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        var heard = dropout.call(first.call(input).relu());
        return (input + dropout.call(second.call(heard).relu())).relu();
    }
}
