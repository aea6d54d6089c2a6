using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>A learned directed graph: which channels of a sequence hear which others (Wu et al. 2020, their graph learning layer).</summary>
internal sealed class ChannelGraph : nn.Module
{
    private const int VectorWidth = 40; // numbers that describe a channel, as published
    private const double Saturation = 3; // as published

    private readonly Parameter sources, targets;
    private readonly Linear fromSource, fromTarget;
    private readonly int neighbors;

    public ChannelGraph(int channels, int neighbors)
        : base(nameof(ChannelGraph))
    {
        this.neighbors = neighbors;
        (sources, targets) = (new(randn(channels, VectorWidth)), new(randn(channels, VectorWidth)));
        (fromSource, fromTarget) = (nn.Linear(VectorWidth, VectorWidth), nn.Linear(VectorWidth, VectorWidth));
        RegisterComponents();
    }

    /// <summary>How much each channel hears each other, in both directions, rows with themselves summing to 1, 2 × (channels, channels).</summary>
    public (Tensor Forward, Tensor Backward) Edges()
    {
        var source = (fromSource.call(sources) * Saturation).tanh();
        var target = (fromTarget.call(targets) * Saturation).tanh();
        var similar = source.mm(target.t());
        var edges = ((similar - similar.t()) * Saturation).tanh().relu();
        var strongest = Rank(edges.detach()) < neighbors;
        edges = edges * strongest.to_type(edges.dtype);
        return (WithItself(edges), WithItself(edges.t()));
    }

    /// <summary>How many of its row are greater than each number.</summary>
    private static Tensor Rank(Tensor edges) => (edges.unsqueeze(1) > edges.unsqueeze(2)).to_type(edges.dtype).sum(-1);

    private static Tensor WithItself(Tensor edges)
    {
        var all = edges + eye(edges.shape[0], dtype: edges.dtype, device: edges.device);
        return all / all.sum(1, keepdim: true);
    }
}
