using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>Training of a generator: what it writes is to be what it read (a variational autoencoder of token sequences), and what is read from its writings the latent they came from (Eq. 27).</summary>
internal sealed class GeneratorTraining(GeneratorNetwork network, SequenceSampler sampler, IReadOnlyList<TokenSequence> sequences, GeneratorOptions options)
{
    private const int StepsPerConsistency = 8; // writing costs as much as several steps of learning
    private const double GradientLimit = 1;

    public void Run(Tokens.CrystalVocabulary words, IProgress<GeneratorEpoch>? progress, CancellationToken cancellation)
    {
        using var optimizer = optim.Adam(network.parameters(), options.LearningRate);
        var random = new Random(options.Seed);
        var steps = (sequences.Count + options.BatchSize - 1) / options.BatchSize;
        var (all, done) = (steps * options.Epochs, 0);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var (surprise, divergence, inconsistency, checks) = (0.0, 0.0, 0.0, 0);
            foreach (var places in Batches(random))
            {
                cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                SetRate(optimizer, done / (double)all);
                optimizer.zero_grad();
                var (own, spread) = Losses(places, random);
                var loss = own + (options.PriorWeight * Math.Min(1, 4.0 * done / all) * spread); // latents first learn to mean something
                if (options.ConsistencyWeight > 0 && done % StepsPerConsistency == 0)
                {
                    var missed = Inconsistency(words, Math.Min(options.BatchSize, 32), random);
                    loss += options.ConsistencyWeight * missed * options.Latent;
                    inconsistency += missed.ToDouble();
                    checks++;
                }
                loss.backward();
                nn.utils.clip_grad_norm_(network.parameters(), GradientLimit);
                optimizer.step();
                surprise += own.ToDouble() * places.Length / sequences.Count;
                divergence += spread.ToDouble() * places.Length / sequences.Count;
                done++;
            }
            if (!double.IsFinite(surprise)) throw new InvalidOperationException($"The generator's loss is {surprise} in epoch {epoch}; lower the learning rate of {options.LearningRate}.");
            progress?.Report(new(epoch, options.Epochs, surprise, divergence, checks > 0 ? inconsistency / checks : double.NaN));
        }
    }

    /// <summary>Batches of sequences of like length, in random order.</summary>
    private IEnumerable<int[]> Batches(Random random)
    {
        var jitter = sequences.Select(sequence => sequence.Length + (4 * random.NextDouble())).ToArray();
        var batches = Enumerable.Range(0, sequences.Count).OrderBy(place => jitter[place]).Chunk(options.BatchSize).ToArray();
        random.Shuffle(batches);
        return batches;
    }

    private void SetRate(TorchSharp.Modules.Adam optimizer, double progress)
    {
        const double WarmUp = 0.1;
        var factor = progress < WarmUp ? progress / WarmUp : 0.5 * (1 + Math.Cos(Math.PI * (progress - WarmUp) / (1 - WarmUp)));
        foreach (var group in optimizer.ParamGroups) group.LearningRate = options.LearningRate * Math.Max(factor, 0.01);
    }

    private (Tensor Surprise, Tensor Divergence) Losses(int[] places, Random random)
    {
        var batch = new SequenceBatch([.. places.Select(place => sequences[place])], network.Vocabulary);
        var (mean, logVariance) = network.Encode(batch);
        var noise = tensor(LatentNoise.Draw(places.Length * options.Latent, random), [places.Length, options.Latent]);
        var latents = mean + ((logVariance / 2).exp() * noise);
        var divergence = ((mean * mean) + logVariance.exp() - logVariance - 1).sum() / (2 * places.Length);
        return (-network.LogProbability(batch, latents).mean(), divergence);
    }

    private Tensor Inconsistency(Tokens.CrystalVocabulary words, int count, Random random)
    {
        var latents = LatentNoise.Draw(count * options.Latent, random);
        var written = sampler.Write(latents, options.Latent, 1, random);
        var batch = new SequenceBatch([.. written.Select(crystal => new TokenSequence(words, crystal.Tokens))], network.Vocabulary);
        var difference = network.Encode(batch).Mean - tensor(latents, [count, options.Latent]);
        return (difference * difference).mean();
    }
}
