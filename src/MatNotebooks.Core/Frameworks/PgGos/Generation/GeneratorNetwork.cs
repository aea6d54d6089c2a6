using MatNotebooks.Frameworks.PgGos.Tokens;
using MatNotebooks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>The decoder G that writes crystals from latents token by token, and the encoder E that reads latents from crystals.</summary>
internal sealed class GeneratorNetwork : nn.Module
{
    private const double Never = -1e9;

    private readonly Embedding tokens, slots, subjects, read, readSlots;
    private readonly Linear heard, start, choice, mean, spread;
    private readonly LSTM writer, reader;
    private readonly int width;

    public GeneratorNetwork(GeneratorOptions options, int vocabulary)
        : base("PG-GOS generator")
    {
        using var weights = InitialWeights.From(options.Seed);
        (width, Vocabulary) = (options.Width, vocabulary);
        var narrow = options.TokenWidth;
        (tokens, slots, subjects) = (nn.Embedding(vocabulary, narrow), nn.Embedding((int)TokenSlot.Count, narrow), nn.Embedding(vocabulary, narrow));
        (heard, start) = (nn.Linear(options.Latent, narrow), nn.Linear(options.Latent, 2 * width));
        (writer, choice) = (nn.LSTM(narrow, width, batchFirst: true), nn.Linear(width, vocabulary));
        (read, readSlots) = (nn.Embedding(vocabulary, narrow), nn.Embedding((int)TokenSlot.Count, narrow));
        reader = nn.LSTM(narrow, width, batchFirst: true);
        (mean, spread) = (nn.Linear(width, options.Latent), nn.Linear(width, options.Latent));
        RegisterComponents();
    }

    /// <summary>How many tokens it knows.</summary>
    public int Vocabulary { get; }

    /// <summary>Parameters of the decoder alone: what policy optimisation changes.</summary>
    public IEnumerable<Parameter> Decoder => ((nn.Module[])[tokens, slots, subjects, heard, start, writer, choice]).SelectMany(part => part.parameters());

    /// <summary>log π of each next token at every step, what the grammar forbids near −10⁹, (sequences, steps, vocabulary).</summary>
    public Tensor LogProbabilities(SequenceBatch batch, Tensor latents)
    {
        var (states, _) = Write(batch.Before, batch.Slots, batch.Templates, batch.Elements, batch.Groups, latents, null);
        return choice.call(states).masked_fill(batch.Forbidden, Never).log_softmax(-1);
    }

    /// <summary>log π of whole crystals given their latents, (sequences).</summary>
    public Tensor LogProbability(SequenceBatch batch, Tensor latents) =>
        (LogProbabilities(batch, latents).gather(2, batch.Now.unsqueeze(2)).squeeze(2) * batch.Real).sum(1);

    /// <summary>Scores of the next token of each sequence and the state to go on from, (sequences, vocabulary).</summary>
    public (Tensor Scores, (Tensor, Tensor) State) Step(long[] before, long[] slot, long[] template, long[] element, long[] group, Tensor latents, (Tensor, Tensor)? state)
    {
        var (states, next) = Write(Column(before), Column(slot), Column(template), Column(element), Column(group), latents, state);
        return (choice.call(states).squeeze(1), next);

        static Tensor Column(long[] values) => tensor(values, [values.Length, 1]);
    }

    /// <summary>Mean and logarithm of the variance of E(z | crystal), (sequences, latent).</summary>
    public (Tensor Mean, Tensor LogVariance) Encode(SequenceBatch batch)
    {
        var seen = reader.call(read.call(batch.Now) + readSlots.call(batch.Slots)).Item1;
        var pooled = (seen * batch.Real.unsqueeze(2)).sum(1) / batch.Real.sum(1).unsqueeze(1);
        return (mean.call(pooled), spread.call(pooled).clamp(-8, 4));
    }

    private (Tensor States, (Tensor, Tensor) Next) Write(
        Tensor before, Tensor slot, Tensor template, Tensor element, Tensor group, Tensor latents, (Tensor, Tensor)? state)
    {
        var inputs = tokens.call(before) + slots.call(slot) + subjects.call(template) + subjects.call(element) + subjects.call(group) + heard.call(latents).unsqueeze(1);
        var (states, hidden, cell) = writer.call(inputs, state ?? Begin(latents));
        return (states, (hidden, cell));
    }

    private (Tensor, Tensor) Begin(Tensor latents)
    {
        var both = start.call(latents).unsqueeze(0);
        return (both.narrow(2, 0, width).tanh().contiguous(), both.narrow(2, width, width).contiguous());
    }
}
