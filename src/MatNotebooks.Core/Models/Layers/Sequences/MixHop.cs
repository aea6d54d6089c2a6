using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>What channels hear from channels one, two, ... edges away, each hop keeping a share of what they were, all hops mixed by a linear map.</summary>
internal sealed class MixHop : nn.Module<Tensor, Tensor, Tensor>
{
    private const double Kept = 0.05; // as published

    private readonly Linear mix;
    private readonly int hops;

    public MixHop(int width, int hops)
        : base(nameof(MixHop))
    {
        this.hops = hops;
        mix = nn.Linear((hops + 1) * width, width);
        RegisterComponents();
    }

    /// <param name="steps">(crystals, channels, steps, width).</param>
    /// <param name="edges">(channels, channels), rows sum to 1.</param>
    public override Tensor forward(Tensor steps, Tensor edges)
    {
        var flat = steps.reshape(steps.shape[0], steps.shape[1], -1);
        List<Tensor> reached = [flat];
        for (var hop = 0; hop < hops; hop++) reached.Add((flat * Kept) + (edges.matmul(reached[^1]) * (1 - Kept)));
        return mix.call(cat([.. reached.Select(hop => hop.view(steps.shape))], 3));
    }
}
