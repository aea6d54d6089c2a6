using MatNotebooks.Frameworks.PgGos.Tokens;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>Sequences of a step, padded behind to the longest.</summary>
internal sealed class SequenceBatch
{
    public SequenceBatch(IReadOnlyList<TokenSequence> sequences, int vocabulary)
    {
        Count = sequences.Count;
        var steps = sequences.Max(sequence => sequence.Length);
        var size = Count * steps;
        var (before, now, slots, templates, elements, groups) = (new long[size], new long[size], new long[size], new long[size], new long[size], new long[size]);
        var (real, forbidden) = (new float[size], new bool[size * vocabulary]);
        Array.Fill(forbidden, true);
        foreach (var (row, sequence) in sequences.Index())
            for (var step = 0; step < sequence.Length; step++)
            {
                var at = (row * steps) + step;
                before[at] = step == 0 ? CrystalVocabulary.Start : sequence.Tokens[step - 1];
                groups[at] = step == 0 ? 0 : sequence.Tokens[0];
                (now[at], slots[at], templates[at], elements[at], real[at]) = (sequence.Tokens[step], sequence.Slots[step], sequence.Templates[step], sequence.Elements[step], 1);
                foreach (var token in sequence.Allowed[step]) forbidden[(at * vocabulary) + token] = false;
            }
        for (var at = 0; at < size; at++)
            if (real[at] == 0) forbidden[at * vocabulary] = false; // padding says Start, surely
        long[] shape = [Count, steps];
        (Before, Now, Slots) = (tensor(before, shape), tensor(now, shape), tensor(slots, shape));
        (Templates, Elements, Groups) = (tensor(templates, shape), tensor(elements, shape), tensor(groups, shape));
        (Real, Forbidden) = (tensor(real, shape), tensor(forbidden, [Count, steps, vocabulary]));
    }

    /// <summary>How many sequences.</summary>
    public int Count { get; }

    /// <summary>The token before each, (sequences, steps).</summary>
    public Tensor Before { get; }

    /// <summary>Each token, (sequences, steps).</summary>
    public Tensor Now { get; }

    /// <summary>What each token says, (sequences, steps).</summary>
    public Tensor Slots { get; }

    /// <summary>Template each token is about, (sequences, steps).</summary>
    public Tensor Templates { get; }

    /// <summary>Element each token is about, (sequences, steps).</summary>
    public Tensor Elements { get; }

    /// <summary>Space group, 0 before it is said, (sequences, steps).</summary>
    public Tensor Groups { get; }

    /// <summary>1 where a token is, 0 where padding is, (sequences, steps).</summary>
    public Tensor Real { get; }

    /// <summary>Where the grammar lets a token not stand, (sequences, steps, vocabulary).</summary>
    public Tensor Forbidden { get; }
}
