using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>Attention in several heads and two linear layers, each added to what came in and normalised after (Vaswani et al. 2017).</summary>
internal sealed class EncoderBlock : nn.Module<Tensor, StepMask, Tensor>
{
    private const int Inner = 4; // the hidden layer is this many times as wide

    private readonly Linear inputs, output, first, second;
    private readonly LayerNorm normAttention, normLinear;
    private readonly SeededDropout dropout;
    private readonly IAttentionRule rule;
    private readonly int heads;

    public EncoderBlock(int width, int heads, IAttentionRule rule, double dropout, int seed)
        : base(nameof(EncoderBlock))
    {
        if (width % heads != 0) throw new ArgumentException($"Width is {width} and Heads is {heads}; the width must be a multiple of the heads.");
        (this.rule, this.heads) = (rule, heads);
        (inputs, output) = (nn.Linear(width, 3 * width), nn.Linear(width, width));
        (first, second) = (nn.Linear(width, Inner * width), nn.Linear(Inner * width, width));
        (normAttention, normLinear) = (nn.LayerNorm(width), nn.LayerNorm(width));
        this.dropout = new(dropout, seed);
        RegisterComponents();
    }

    /// <summary>(sequences, steps, width) to the same; real steps hear real steps only.</summary>
    public override Tensor forward(Tensor steps, StepMask mask)
    {
        var heard = normAttention.call(steps + dropout.call(Attend(steps, mask)));
        return normLinear.call(heard + dropout.call(second.call(dropout.call(first.call(heard).relu()))));
    }

    private Tensor Attend(Tensor steps, StepMask mask)
    {
        var (sequences, count, width) = (steps.shape[0], steps.shape[1], steps.shape[2]);
        var size = width / heads;
        var parts = inputs.call(steps).view(sequences, count, 3, heads, size).permute(2, 0, 3, 1, 4);
        var mixed = rule.Mix(parts[0] / Math.Sqrt(size), parts[1], parts[2], mask);
        return output.call(mixed.transpose(1, 2).reshape(sequences, count, width));
    }
}
