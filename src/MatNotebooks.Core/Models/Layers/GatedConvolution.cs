using MatNotebooks.Models.Layers.Fused;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// CGCNN's convolution: softplus(h_v + norm(Σ_u σ(z_uv W_f + b_f) ⊙ softplus(z_uv W_s + b_s))), z the two atoms and the edge, itself
/// normalised over the edges of the batch. The linear map is split into the receiver's, the sender's and the edge's part.
/// </summary>
internal sealed class GatedConvolution : nn.Module
{
    private readonly Linear own, neighbor, edge;
    private readonly WeightedBatchNorm edgeNorm;
    private readonly BatchNorm1d atomNorm;

    public GatedConvolution(int width, int gaussians)
        : base(nameof(GatedConvolution))
    {
        own = nn.Linear(width, 2 * width);
        neighbor = nn.Linear(width, 2 * width, hasBias: false);
        edge = nn.Linear(gaussians, 2 * width, hasBias: false);
        (edgeNorm, atomNorm) = (new(2 * width), nn.BatchNorm1d(width));
        RegisterComponents();
    }

    /// <summary>(atoms, width) to the same; on the processor in single precision by fused kernels, else as <see cref="Compose"/> says.</summary>
    public Tensor Pass(Tensor atoms, BatchEdges batch, EdgeAttributes edges)
    {
        if (!Elements.AreHere(atoms) || !edges.IsOnHost || PeerNorm.Asks(atomNorm)) return Compose(atoms, batch, edges);
        var sum = GateNode.Of(LinearNode.Of(own, atoms), LinearNode.Of(neighbor, atoms), edge.weight.t(), edgeNorm.Rows, edgeNorm.training, new(batch, edges));
        return NormNode<SoftplusStep>.Of(sum, atoms, null, atomNorm);
    }

    /// <summary>The same as a chain of libtorch's operators: the definition, and the oracle of the fused kernels.</summary>
    internal Tensor Compose(Tensor atoms, BatchEdges batch, EdgeAttributes edges)
    {
        var pair = edge.call(edges.Gaussians) + batch.OfReceivers(own.call(atoms)) + batch.OfSenders(neighbor.call(atoms));
        var parts = edgeNorm.call(pair, batch.Counts).chunk(2, 1);
        var sum = batch.SumByReceiver(parts[0].sigmoid() * parts[1].softplus() * batch.Counts);
        return (atoms + PeerNorm.Call(atomNorm, sum)).softplus();
    }
}
