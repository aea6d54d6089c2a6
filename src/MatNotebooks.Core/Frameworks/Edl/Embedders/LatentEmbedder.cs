using MatNotebooks.Crystals;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Embedders;

/// <summary>Table 1's autoencoders: the latent mean of a β-VAE that has learned to write the descriptors of crystals.</summary>
public sealed class LatentEmbedder : CrystalEmbedder
{
    private const double Beta = 0.01; // more, and most latents fall silent: the descriptors have some 150 numbers

    private readonly CrystalEmbedder descriptors;
    private readonly EmbeddingScale scale;
    private readonly int[] kept;
    private readonly IVectorMap encoder;

    private LatentEmbedder(CrystalEmbedder descriptors, EmbeddingScale scale, int[] kept, IVectorMap encoder, int latents)
        : base("vae", [new("latent", EmbeddingPart.Structure, 1, 0, latents)]) => (this.descriptors, this.scale, this.kept, this.encoder) = (descriptors, scale, kept, encoder);

    /// <summary>Trains the autoencoder.</summary>
    /// <param name="descriptors">What it learns to write.</param>
    /// <param name="crystals">Crystals to learn from, at least 16.</param>
    /// <param name="latents">Numbers of an embedding, at least 1. The default is 64.</param>
    /// <param name="steps">Steps of training on 256 crystals each, at least 1. The default is 1500.</param>
    /// <param name="seed">Seed of weights, order and noise. The default is 0.</param>
    /// <exception cref="ArgumentException">Too few crystals, or no latent.</exception>
    public static LatentEmbedder Learn(CrystalEmbedder descriptors, IReadOnlyList<Crystal> crystals, int latents = 64, int steps = 1500, int seed = 0)
    {
        if (latents < 1 || steps < 1) throw new ArgumentException($"{latents} latents in {steps} steps; both must be at least 1.");
        if (crystals.Count < 16) throw new ArgumentException($"{crystals.Count} crystals; an autoencoder needs at least 16.");
        var table = descriptors.Of([.. Enumerable.Range(0, crystals.Count).Select(row => $"{row}")], crystals);
        int[] kept = [.. Enumerable.Range(0, table.Dimensions).Except(table.ConstantDimensions)];
        var varied = table.WithoutConstantDimensions();
        var scale = EmbeddingScale.Of(varied);
        var operation = new VariationalOperator { Steps = steps, Beta = Beta };
        return new(descriptors, scale, kept, operation.Train([.. varied.Vectors.Select(vector => scale.Apply(vector))], latents, seed).Encoder, latents);
    }

    /// <inheritdoc/>
    public override float[][] Embed(IReadOnlyList<Crystal> crystals) =>
        [.. descriptors.Embed(crystals).Select(vector => encoder.Apply(scale.Apply([.. kept.Select(place => vector[place])])))];
}
