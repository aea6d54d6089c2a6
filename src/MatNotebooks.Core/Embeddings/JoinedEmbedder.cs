using MatNotebooks.Crystals;

namespace MatNotebooks.Embeddings;

/// <summary>Several embeddings beside each other, such as a network's and that of the composition.</summary>
/// <param name="name">Name of the whole.</param>
/// <param name="embedders">What stands beside each other, at least one, in this order.</param>
public sealed class JoinedEmbedder(string name, IReadOnlyList<CrystalEmbedder> embedders) : CrystalEmbedder(name, PartsOf(embedders))
{
    /// <inheritdoc/>
    public override float[][] Embed(IReadOnlyList<Crystal> crystals)
    {
        var parts = embedders.Select(embedder => embedder.Embed(crystals)).ToArray();
        return [.. Enumerable.Range(0, crystals.Count).Select(row => parts.SelectMany(part => part[row]).ToArray())];
    }

    private static List<EmbeddingPart> PartsOf(IReadOnlyList<CrystalEmbedder> embedders)
    {
        if (embedders.Count == 0) throw new ArgumentException("There are no embeddings to join; give at least one.");
        var parts = new List<EmbeddingPart>();
        foreach (var embedder in embedders)
        {
            var first = parts.Sum(part => part.Count);
            parts.AddRange(embedder.Parts.Select(part => part with
            {
                Name = embedders.Count == 1 || embedder.Parts.Count == 1 ? part.Name : $"{embedder.Name}, {part.Name}", First = first + part.First,
            }));
        }
        return parts;
    }
}
