using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops need of a batch besides the tensors that are learned.</summary>
internal sealed class MessageShells(BatchEdges batch, EdgeAttributes edges)
{
    public EdgeShells Shells => batch.Shells;

    public GaussianBands Bands => edges.Bands;

    public Tensor Envelope => edges.Envelope;

    public Tensor Weight => edges.Weight;

    /// <summary>Where each part of the batch begins: see <see cref="CrystalChunks"/>.</summary>
    public int[] Cuts { get; } = CrystalChunks.Of(batch.Batch, batch.Shells.FirstEdge);
}
