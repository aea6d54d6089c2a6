namespace MatNotebooks.Embeddings;

/// <summary>Numbers of an embedding that belong together, such as those of one layer of a network.</summary>
/// <param name="Name">Its name, such as "layer 2" or "element statistics".</param>
/// <param name="Modality">What it was made from: "structure" or "composition".</param>
/// <param name="Layer">How many layers of a network lie below it | 0 for none.</param>
/// <param name="First">Place of its first number.</param>
/// <param name="Count">How many numbers it has, at least 1.</param>
public sealed record EmbeddingPart(string Name, string Modality, int Layer, int First, int Count)
{
    /// <summary>The modality of what knows elements and their shares only.</summary>
    public const string Composition = "composition";

    /// <summary>The modality of what knows where atoms lie.</summary>
    public const string Structure = "structure";

    /// <summary>Its places, ascending.</summary>
    public IEnumerable<int> Places => Enumerable.Range(First, Count);
}
