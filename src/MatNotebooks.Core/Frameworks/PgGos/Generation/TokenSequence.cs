using MatNotebooks.Frameworks.PgGos.Tokens;

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>A crystal's tokens with what the network sees at each: slot, what the number is about, and which tokens the grammar allows.</summary>
internal sealed class TokenSequence
{
    public TokenSequence(CrystalVocabulary words, int[] tokens)
    {
        Tokens = tokens;
        (Slots, Templates, Elements, Allowed) = (new int[tokens.Length], new int[tokens.Length], new int[tokens.Length], new int[tokens.Length][]);
        var sentence = new CrystalSentence(words);
        for (var step = 0; step < tokens.Length; step++)
        {
            Slots[step] = (int)sentence.Slot;
            (Templates[step], Elements[step]) = sentence.Subject;
            Allowed[step] = sentence.Allowed;
            sentence.Add(tokens[step]);
        }
        if (!sentence.IsWhole) throw new ArgumentException($"The crystal of {tokens.Length} tokens is not whole.");
    }

    /// <summary>The tokens, (steps).</summary>
    public int[] Tokens { get; }

    /// <summary>What each token says, (steps).</summary>
    public int[] Slots { get; }

    /// <summary>Template of the site each token is about, 0 without, (steps).</summary>
    public int[] Templates { get; }

    /// <summary>Element of the site each token is about, 0 without, (steps).</summary>
    public int[] Elements { get; }

    /// <summary>What may stand in the place of each token, (steps).</summary>
    public int[][] Allowed { get; }

    /// <summary>How many tokens it has.</summary>
    public int Length => Tokens.Length;
}
