using MatNotebooks.Crystals;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Fidelities;

/// <summary>How far an embedding moves when the crystal is merely written in another way: turned, its sites in another order, or in a larger cell.</summary>
public static class InvarianceError
{
    /// <summary>Mean distance between a crystal's embedding and that of its other description, over the median distance between two crystals | no unit; 0 is invariant.</summary>
    /// <param name="embedder">What embeds.</param>
    /// <param name="crystals">The crystals, at least 2.</param>
    /// <param name="change">Writes a crystal in another way.</param>
    /// <param name="codec">What compresses; null for the embeddings themselves.</param>
    /// <exception cref="ArgumentException">Fewer than 2 crystals.</exception>
    public static double Of(CrystalEmbedder embedder, IReadOnlyList<Crystal> crystals, CrystalChange change, ICodec? codec = null) =>
        Of(embedder.Embed(crystals), embedder.Embed([.. crystals.Select(change.Apply)]), codec);

    /// <summary>The same of crystals that were embedded before; also what a defect moves (<see cref="DefectSensitivity"/>).</summary>
    /// <param name="plain">Embeddings of the crystals, (crystals)(dimensions).</param>
    /// <param name="changed">Embeddings of their other descriptions, in the same order.</param>
    /// <param name="codec">What compresses; null for the embeddings themselves.</param>
    /// <exception cref="ArgumentException">Fewer than 2 crystals, or another number of descriptions.</exception>
    public static double Of(float[][] plain, float[][] changed, ICodec? codec = null)
    {
        if (plain.Length != changed.Length) throw new ArgumentException($"{plain.Length} crystals and {changed.Length} other descriptions; give one for each.");
        var (here, there) = (Coded(plain, codec), Coded(changed, codec));
        return Enumerable.Range(0, here.Length).Average(row => Distance(here[row], there[row])) / TypicalDistance(here);
    }

    /// <summary>Vectors as a code keeps them.</summary>
    private static float[][] Coded(float[][] vectors, ICodec? codec) => codec is null ? vectors : [.. vectors.Select(vector => codec.Decode(codec.Encode(vector)))];

    private static double Distance(float[] left, float[] right) => Math.Sqrt(Codebook.SquaredDistance(left, right));

    /// <summary>Median distance between neighbouring rows of the list, which stand there by chance.</summary>
    private static double TypicalDistance(float[][] vectors)
    {
        if (vectors.Length < 2) throw new ArgumentException($"{vectors.Length} crystals; distances need at least 2.");
        var sorted = Enumerable.Range(0, vectors.Length).Select(row => Distance(vectors[row], vectors[(row + 1) % vectors.Length])).Order().ToArray();
        return Math.Max(1e-12, sorted[sorted.Length / 2]);
    }
}
