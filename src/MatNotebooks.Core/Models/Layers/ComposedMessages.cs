using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Messages as a chain of libtorch's operators.</summary>
internal sealed class ComposedMessages : IMessageKernel
{
    public (Tensor Sum, Tensor Attention) Run(
        Tensor own, Tensor neighbor, Tensor edgeWeight, Tensor scoreWeight, Tensor scoreBias, BatchEdges batch, EdgeAttributes edges)
    {
        var parts = (edges.Gaussians.mm(edgeWeight) + batch.OfReceivers(own) + batch.OfSenders(neighbor)).chunk(2, 1);
        var message = nn.functional.silu(parts[0]) * parts[1].sigmoid();
        var attention = (message.mm(scoreWeight) + scoreBias).sigmoid();
        return (batch.SumByReceiver(message * (attention * edges.Weight)), attention * edges.Envelope);
    }
}
