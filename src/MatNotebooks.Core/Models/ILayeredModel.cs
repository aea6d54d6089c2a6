using MatNotebooks.Graphs;
using static TorchSharp.torch;

namespace MatNotebooks.Models;

/// <summary>A network that shows what it makes of a crystal on its way: from the elements to what its head reads.</summary>
public interface ILayeredModel
{
    /// <summary>
    /// One tensor for the elements alone and one for each layer, the mean over atoms, (crystals, width); the last is what the head reads, or the
    /// mean that it is computed from.
    /// </summary>
    /// <param name="batch">The crystals.</param>
    /// <exception cref="ArgumentException">The batch carries another number of conditions than the model reads.</exception>
    IReadOnlyList<Tensor> EmbedLayers(GraphBatch batch);
}
