using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Makes the embedding of each crystal from those of its atoms.</summary>
internal abstract class ReadoutLayer(string name) : nn.Module(name)
{
    /// <summary>(atoms, width) to (crystals, width).</summary>
    public abstract Tensor Pool(Tensor atoms, BatchEdges batch, EdgeAttributes edges);
}
