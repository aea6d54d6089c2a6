using MatNotebooks.Frameworks.PgGos.Generation;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>A generator as a policy: z is drawn from N(0, I), the crystal's tokens from π(S | z).</summary>
/// <param name="generator">The generator; optimisation changes its decoder in place.</param>
public sealed class CrystalPolicy(CrystalGenerator generator) : IPolicy<LatentCrystal>
{
    /// <inheritdoc/>
    public IEnumerable<Parameter> Parameters => generator.Network.Decoder;

    /// <inheritdoc/>
    public IReadOnlyList<LatentCrystal> Sample(int count, Random random) =>
        generator.Write(LatentNoise.Draw(count * generator.Options.Latent, random), temperature: 1, random);

    /// <inheritdoc/>
    public Tensor LogProbability(IReadOnlyList<LatentCrystal> actions)
    {
        var batch = new SequenceBatch([.. actions.Select(action => new TokenSequence(generator.Words, [.. action.Tokens]))], generator.Words.Size);
        return generator.Network.LogProbability(batch, tensor((float[])[.. actions.SelectMany(action => action.Latent)], [actions.Count, generator.Options.Latent]));
    }
}
