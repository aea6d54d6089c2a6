using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>One round of MTGNN: a gated convolution along the elements, then messages between the channels.</summary>
internal sealed class ChannelBlock : nn.Module
{
    private readonly DilatedInception inception;
    private readonly MixHop forth, back;
    private readonly LayerNorm norm;
    private readonly SeededDropout dropout;

    public ChannelBlock(int channels, int width, int hops, int dilation, double dropout, int seed)
        : base(nameof(ChannelBlock))
    {
        inception = new(width, dilation);
        (forth, back) = (new(width, hops), new(width, hops));
        norm = nn.LayerNorm([channels, width]); // of each step alone, so that padding has no say
        this.dropout = new(dropout, seed);
        RegisterComponents();
    }

    /// <summary>(crystals, channels, steps, width) to the same, and what it heard along the elements.</summary>
    public (Tensor Steps, Tensor Heard) Pass(Tensor steps, (Tensor Forward, Tensor Backward) edges)
    {
        var (crystals, channels, count, width) = (steps.shape[0], steps.shape[1], steps.shape[2], steps.shape[3]);
        var heard = dropout.call(inception.call(steps.view(crystals * channels, count, width)).view(steps.shape));
        var mixed = steps + forth.call(heard, edges.Forward) + back.call(heard, edges.Backward);
        return (norm.call(mixed.transpose(1, 2)).transpose(1, 2).contiguous(), heard);
    }
}
