using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// One round of messages (Eq. 10): h_v + σ(norm(W Σ_u a_uv m(h_v, h_u, w_uv) + b)). The linear map inside m is split into the receiver's,
/// the sender's and the edge's part, so that atoms are mapped before they are gathered.
/// </summary>
internal sealed class MessageLayer : nn.Module
{
    private const double Share = 0.2; // one over a usual number of neighbours, so that sums start near 1

    private readonly Linear own, neighbor, edge, score, mix;
    private readonly nn.Module<Tensor, Tensor> norm;
    private readonly SeededDropout dropout;
    private readonly IMessageKernel kernel;

    public MessageLayer(int width, int gaussians, Normalization normalization, double dropout, int seed, IMessageKernel kernel)
        : base(nameof(MessageLayer))
    {
        this.kernel = kernel;
        own = nn.Linear(width, 2 * width);
        neighbor = nn.Linear(width, 2 * width, hasBias: false);
        edge = nn.Linear(gaussians, 2 * width, hasBias: false);
        score = nn.Linear(width, 1);
        mix = nn.Linear(width, width);
        norm = NormLayer.Of(normalization, width);
        this.dropout = new(dropout, seed);
        RegisterComponents();
    }

    /// <summary>The atoms after the round, (atoms, width), and the attention of each shell, (shells, 1).</summary>
    public (Tensor Atoms, Tensor Attention) Pass(Tensor atoms, BatchEdges batch, EdgeAttributes edges)
    {
        var (sum, attention) = kernel.Run(
            own.call(atoms), neighbor.call(atoms), edge.weight.t(), score.weight.t(), score.bias!, batch, edges);
        return (atoms + dropout.call(nn.functional.silu(norm.call(mix.call(sum * Share)))), attention);
    }
}
