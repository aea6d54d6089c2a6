using MatNotebooks.Embeddings;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>
/// The scale on which distances between embeddings are taken: every dimension centred, every part divided by its own spread, so that each layer
/// and each modality counts as much as it has dimensions, and distances inside a part stay what the network made them.
/// </summary>
/// <param name="Means">Mean of each dimension, (dimensions).</param>
/// <param name="Scales">Root mean square deviation of the part that each dimension belongs to, (dimensions).</param>
public sealed record EmbeddingScale(float[] Means, float[] Scales)
{
    /// <summary>Takes the scale from a table.</summary>
    /// <exception cref="ArgumentException">A dimension is the same for all crystals; the message names some.</exception>
    public static EmbeddingScale Of(EmbeddingTable table)
    {
        if (table.ConstantDimensions is { Count: > 0 } constant)
            throw new ArgumentException(
                $"{constant.Count} of the {table.Dimensions} dimensions of the embedding {table.Name} have zero variance over its {table.Rows} crystals ({string.Join(", ", constant.Take(8))}{(constant.Count > 8 ? ", ..." : "")}); leave them out (EmbeddingTable.WithoutConstantDimensions).");
        float[] means = [.. Enumerable.Range(0, table.Dimensions).Select(place => (float)table.Vectors.Average(vector => (double)vector[place]))];
        var scales = new float[table.Dimensions];
        foreach (var part in table.Parts)
            scales.AsSpan(part.First, part.Count).Fill((float)Math.Sqrt(part.Places.Average(place => table.Vectors.Average(vector => Math.Pow((double)vector[place] - means[place], 2)))));
        return new(means, scales);
    }

    /// <summary>An embedding on this scale, (dimensions).</summary>
    public float[] Apply(ReadOnlySpan<float> vector)
    {
        var scaled = new float[Means.Length];
        for (var place = 0; place < scaled.Length; place++) scaled[place] = (vector[place] - Means[place]) / Scales[place];
        return scaled;
    }

    /// <summary>The embedding that lies at a place of this scale, (dimensions).</summary>
    public float[] Undo(ReadOnlySpan<float> scaled)
    {
        var vector = new float[Means.Length];
        for (var place = 0; place < vector.Length; place++) vector[place] = (scaled[place] * Scales[place]) + Means[place];
        return vector;
    }
}
