using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training;
using static TorchSharp.torch;

namespace MatNotebooks.Embeddings;

/// <summary>
/// What a network knows of a crystal, layer by layer: the mean of its elements' vectors, the mean over atoms behind each layer, and last what its
/// head reads. Four stages of 64 numbers are 256 numbers, 1,024 bytes of float32.
/// </summary>
public sealed class NetworkEmbedder : CrystalEmbedder
{
    private const int BatchSize = 128;

    private readonly PropertyModel network;
    private readonly GraphOptions graphs;

    /// <summary>Embeds with a trained network that reads no conditions.</summary>
    /// <param name="name">Name of the embedding.</param>
    /// <param name="trained">The network; it must be GEM-PPM, CGCNN or SchNet and stays the caller's.</param>
    /// <param name="graphs">Which atoms are neighbours; as in training.</param>
    /// <exception cref="ArgumentException">Another network, or one that reads conditions.</exception>
    public NetworkEmbedder(string name, TrainedModel trained, GraphOptions graphs)
        : this(name, trained.Model, graphs)
    {
    }

    /// <summary>Embeds with a network as it is, such as one that has learned nothing yet.</summary>
    /// <param name="name">Name of the embedding.</param>
    /// <param name="network">The network; it must be GEM-PPM, CGCNN or SchNet and stays the caller's.</param>
    /// <param name="graphs">Which atoms are neighbours.</param>
    /// <exception cref="ArgumentException">Another network, or one that reads conditions.</exception>
    public NetworkEmbedder(string name, PropertyModel network, GraphOptions graphs)
        : base(name, PartsOf(network, graphs)) => (this.network, this.graphs) = (network, graphs);

    /// <inheritdoc/>
    public override float[][] Embed(IReadOnlyList<Crystal> crystals) => Embed(CrystalGraph.OfMany(crystals, graphs));

    /// <summary>The vectors of crystals whose graphs were made before | no unit, (crystals)(dimensions).</summary>
    /// <param name="ready">Graphs of the embedder's own options.</param>
    public float[][] Embed(IReadOnlyList<CrystalGraph> ready)
    {
        var vectors = new float[ready.Count][];
        var learning = network.training;
        network.eval();
        // A network at rest changes nothing of itself, so that threads can share it.
        Parallel.For(0, (ready.Count + BatchSize - 1) / BatchSize, batch => EmbedBatch(ready, batch * BatchSize, vectors));
        network.train(learning);
        return vectors;
    }

    private void EmbedBatch(IReadOnlyList<CrystalGraph> ready, int first, float[][] vectors)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var count = Math.Min(BatchSize, ready.Count - first);
        var whole = cat([.. ((ILayeredModel)network).EmbedLayers(GraphBatch.Of([.. Enumerable.Range(first, count).Select(row => ready[row])]))], 1);
        var numbers = whole.to_type(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
        for (var row = 0; row < count; row++) vectors[first + row] = numbers.AsSpan(row * Dimensions, Dimensions).ToArray();
    }

    // One atom of hydrogen in a box says how wide each layer is, whatever the network.
    private static IReadOnlyList<EmbeddingPart> PartsOf(PropertyModel network, GraphOptions graphs)
    {
        if (network is not ILayeredModel layered)
            throw new ArgumentException($"{network.GetName()} shows no layers; embeddings come from GEM-PPM, CGCNN and SchNet.");
        if (network.Conditions > 0)
            throw new ArgumentException($"{network.GetName()} reads {network.Conditions} conditions; an embedding of a crystal alone needs a network that reads none.");
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var probe = FormulaCrystal.Of(Composition.Parse("H"));
        var widths = layered.EmbedLayers(GraphBatch.Of([CrystalGraph.Of(probe, graphs)])).Select(layer => (int)layer.shape[1]).ToArray();
        return [.. widths.Select((width, layer) => new EmbeddingPart(
            layer == 0 ? "elements" : $"layer {layer}", layer == 0 ? EmbeddingPart.Composition : EmbeddingPart.Structure, layer, widths[..layer].Sum(), width))];
    }
}
