using MatNotebooks.Crystals;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Embeddings;

/// <summary>Statistics of the facts of a crystal's elements (<see cref="ElementStatistics"/>): a reference that knows no structure.</summary>
public sealed class ElementEmbedder() : CrystalEmbedder("element statistics", [new("element statistics", EmbeddingPart.Composition, 0, 0, ElementStatistics.Count)])
{
    /// <inheritdoc/>
    public override float[][] Embed(IReadOnlyList<Crystal> crystals)
    {
        var vectors = new float[crystals.Count][];
        Parallel.For(0, vectors.Length, row => vectors[row] =
            [.. ElementStatistics.Of([.. crystals[row].Sites.Select(site => site.Element.Number)]).Select(value => (float)value)]);
        return vectors;
    }
}
