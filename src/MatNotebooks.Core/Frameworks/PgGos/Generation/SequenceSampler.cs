using MatNotebooks.Frameworks.PgGos.Tokens;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>Writes crystals: draws each token from what the network gives to those that the grammar allows.</summary>
internal sealed class SequenceSampler(GeneratorNetwork network, CrystalVocabulary words)
{
    /// <summary>Writes one crystal for each latent.</summary>
    /// <param name="latents">Row by row, (crystals × latent).</param>
    /// <param name="width">Length of a latent.</param>
    /// <param name="temperature">What scores are divided by | no unit; 0 takes the most probable token.</param>
    /// <param name="random">Draws the tokens.</param>
    public (CrystalSentence Sentence, int[] Tokens)[] Write(float[] latents, int width, double temperature, Random random)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var count = latents.Length / width;
        var rows = Enumerable.Range(0, count).Select(_ => (Sentence: new CrystalSentence(words), Tokens: new List<int>())).ToArray();
        var z = tensor(latents, [count, width]);
        (Tensor, Tensor)? state = null;
        while (rows.Any(row => !row.Sentence.IsWhole))
        {
            using var step = NewDisposeScope();
            var (scores, next) = network.Step(
                Each(row => row.Tokens.Count == 0 ? CrystalVocabulary.Start : row.Tokens[^1]), Each(row => (long)row.Sentence.Slot),
                Each(row => row.Sentence.Subject.Template), Each(row => row.Sentence.Subject.Element),
                Each(row => row.Tokens.Count == 0 ? 0 : row.Tokens[0]), z, state);
            state?.Item1.Dispose();
            state?.Item2.Dispose();
            state = (next.Item1.MoveToOuterDisposeScope(), next.Item2.MoveToOuterDisposeScope());
            var values = scores.data<float>().ToArray();
            for (var row = 0; row < count; row++)
            {
                var (sentence, tokens) = rows[row];
                if (sentence.IsWhole) continue;
                var token = Draw(values.AsSpan(row * network.Vocabulary, network.Vocabulary), sentence.Allowed, temperature, random);
                sentence.Add(token);
                tokens.Add(token);
            }
        }
        return [.. rows.Select(row => (row.Sentence, row.Tokens.ToArray()))];

        long[] Each(Func<(CrystalSentence Sentence, List<int> Tokens), long> of) => Array.ConvertAll(rows, row => row.Sentence.IsWhole ? 0 : of(row));
    }

    private static int Draw(ReadOnlySpan<float> scores, int[] allowed, double temperature, Random random)
    {
        var best = allowed[0];
        foreach (var token in allowed)
            if (scores[token] > scores[best]) best = token;
        if (temperature == 0) return best;
        var total = 0.0;
        foreach (var token in allowed) total += Math.Exp((scores[token] - scores[best]) / temperature);
        var at = random.NextDouble() * total;
        foreach (var token in allowed)
        {
            at -= Math.Exp((scores[token] - scores[best]) / temperature);
            if (at < 0) return token;
        }
        return best; // rounding left a little behind the last
    }
}
