using MatNotebooks.Models.Layers.Fused;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>SchNet's interaction: each neighbour is multiplied with a filter made of its distance, and the sum is added to the atom.</summary>
internal sealed class ContinuousFilterConvolution : nn.Module
{
    private readonly Linear enter, filter, filterMore, leave, leaveMore;

    public ContinuousFilterConvolution(int width, int gaussians)
        : base(nameof(ContinuousFilterConvolution))
    {
        enter = nn.Linear(width, width, hasBias: false);
        (filter, filterMore) = (nn.Linear(gaussians, width), nn.Linear(width, width));
        (leave, leaveMore) = (nn.Linear(width, width), nn.Linear(width, width));
        RegisterComponents();
    }

    /// <summary>(atoms, width) to the same.</summary>
    /// <param name="atoms">(atoms, width).</param>
    /// <param name="batch">The batch.</param>
    /// <param name="gaussians">Distances spread over Gaussians, (shells, gaussians).</param>
    /// <param name="weight">The cutoff's envelope times the equal edges of each shell, (shells, 1).</param>
    public Tensor Pass(Tensor atoms, BatchEdges batch, Tensor gaussians, Tensor weight)
    {
        var filters = LinearNode.Of(filterMore, ShiftedSoftplus.Of(LinearNode.Of(filter, gaussians))) * weight;
        var sum = batch.SumByReceiver(batch.OfSenders(LinearNode.Of(enter, atoms)) * filters);
        return atoms + LinearNode.Of(leaveMore, ShiftedSoftplus.Of(LinearNode.Of(leave, sum)));
    }
}
