using MatNotebooks.Graphs;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops need of a batch besides the tensors that are learned.</summary>
internal sealed unsafe class MessageShells(BatchEdges batch, EdgeAttributes edges)
{
    public EdgeShells Shells => batch.Shells;

    public GaussianBands Bands => edges.Bands;

    public Tensor Envelope => edges.Envelope;

    public Tensor Weight => edges.Weight;

    /// <summary>Edges each shell stands for, (shells, 1).</summary>
    public Tensor Counts => batch.Counts;

    /// <summary>Edges that the shells stand for together.</summary>
    public int EdgesInAll => Shells.ShellOfEdge.Length;

    /// <summary>The linear map of pairs from its three parts, each contiguous.</summary>
    public PairArguments Pair(Tensor own, Tensor neighbor, Tensor edge) => new()
    {
        Length = (int)own.shape[1],
        Own = Elements.Of(own),
        Neighbor = Elements.Of(neighbor),
        Edge = Elements.Of(edge),
        FirstEdge = Shells.FirstEdge,
        Senders = Shells.Senders,
        Bands = Bands,
    };

    /// <summary>Where each part of the batch begins: see <see cref="CrystalChunks"/>.</summary>
    public int[] Cuts { get; } = CrystalChunks.Of(batch.Batch, batch.Shells.FirstEdge);
}
