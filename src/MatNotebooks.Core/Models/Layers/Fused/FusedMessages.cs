using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>
/// Messages in one pass over the shells of each atom, on the processor in single precision; elsewhere, and for batches put together on a device, <see cref="ComposedMessages"/>.
/// </summary>
internal sealed class FusedMessages : IMessageKernel
{
    private readonly ComposedMessages composed = new();

    public (Tensor Sum, Tensor Attention) Run(
        Tensor own, Tensor neighbor, Tensor edgeWeight, Tensor scoreWeight, Tensor scoreBias, BatchEdges batch, EdgeAttributes edges)
    {
        if (own.device.type != DeviceType.CPU || own.dtype != ScalarType.Float32 || !edges.IsOnHost)
            return composed.Run(own, neighbor, edgeWeight, scoreWeight, scoreBias, batch, edges);
        var results = MessageNode.apply(own, neighbor, edgeWeight, scoreWeight, scoreBias, new MessageShells(batch, edges));
        return (results[0], results[1]);
    }
}
