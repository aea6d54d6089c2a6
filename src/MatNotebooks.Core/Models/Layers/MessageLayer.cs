using MatNotebooks.Models.Layers.Angles;
using MatNotebooks.Models.Layers.Fused;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// One round of messages (Eq. 10): h_v + σ(norm(W Σ_u a_uv m(h_v, h_u, w_uv) + b)). The linear map inside m is split into the receiver's,
/// the sender's and the edge's part, so that atoms are mapped before they are gathered. Where asked for, what the angles between bonds say
/// is added before the norm, and each number of what is added to h_v is scaled by a learned factor.
/// </summary>
internal sealed class MessageLayer : nn.Module
{
    private const double Share = 0.2; // one over a usual number of neighbours, so that sums start near 1

    private readonly Linear own, neighbor, edge, score, mix;
    private readonly nn.Module<Tensor, Tensor> norm;
    private readonly SeededDropout dropout;
    private readonly AngleMessages? angles;
    private readonly Parameter? scale;
    private readonly IMessageKernel kernel;

    public MessageLayer(GemPpmOptions options, int seed, IMessageKernel kernel)
        : base(nameof(MessageLayer))
    {
        this.kernel = kernel;
        var (width, gaussians) = (options.Width, options.Distances.Gaussians);
        own = nn.Linear(width, 2 * width);
        neighbor = nn.Linear(width, 2 * width, hasBias: false);
        edge = nn.Linear(gaussians, 2 * width, hasBias: false);
        score = nn.Linear(width, 1);
        mix = nn.Linear(width, width);
        norm = NormLayer.Of(options.Normalization, width);
        angles = options.AngleChannels > 0 ? new(width, gaussians, options.AngleChannels) : null;
        scale = options.LayerScale > 0 ? new(ones(width) * options.LayerScale) : null;
        dropout = new(options.Dropout, seed);
        RegisterComponents();
    }

    /// <summary>The atoms after the round, (atoms, width), and the attention of each shell, (shells, 1).</summary>
    public (Tensor Atoms, Tensor Attention) Pass(Tensor atoms, BatchEdges batch, EdgeAttributes edges, ShellDirections? directions)
    {
        var (sum, attention) = kernel.Run(
            LinearNode.Of(own, atoms), LinearNode.Of(neighbor, atoms), edge.weight.t(), score.weight.t(), score.bias!, batch, edges);
        var heard = LinearNode.Of(mix, sum * Share);
        if (angles is not null) heard = heard + angles.Of(atoms, directions!, batch, edges);
        return (Add(heard, atoms), attention);
    }

    /// <summary>What was heard, normalised and bent, added to the atoms.</summary>
    private Tensor Add(Tensor heard, Tensor atoms)
    {
        if (scale is null && norm is BatchNorm1d batchNorm && Elements.AreHere(heard) && !PeerNorm.Asks(norm))
            return NormNode<SiluStep>.Of(heard, atoms, dropout.Keep(heard), batchNorm);
        var change = dropout.call(nn.functional.silu(PeerNorm.Call(norm, heard)));
        return atoms + (scale is null ? change : change * scale);
    }
}
