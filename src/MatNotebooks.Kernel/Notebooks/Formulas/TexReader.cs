namespace MatNotebooks.Kernel.Notebooks.Formulas;

/// <summary>The tokens of a formula: commands with their backslash, single characters, and nothing else; spaces carry no meaning.</summary>
internal sealed class TexReader(string text)
{
    private int at;

    /// <summary>The token taken last.</summary>
    public string Last { get; private set; } = "";

    /// <summary>The next token without taking it; empty at the end.</summary>
    public string Peek()
    {
        SkipBlanks();
        return at >= text.Length ? "" : text.Substring(at, Length());
    }

    /// <summary>Takes the next token; empty at the end.</summary>
    public string Next()
    {
        Last = Peek();
        at += Last.Length;
        return Last;
    }

    /// <summary>Takes the next token when it is this one.</summary>
    public bool Take(string token)
    {
        if (Peek() != token)
            return false;
        at += token.Length;
        return true;
    }

    /// <exception cref="TexException">Something else stands there.</exception>
    public void Require(string token)
    {
        if (!Take(token))
            throw new TexException($"'{token}' is missing.");
    }

    /// <summary>The text of a brace group as it was typed, blanks included: what \text and \begin take.</summary>
    public string RawGroup()
    {
        Require("{");
        var start = at;
        for (var depth = 1; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return text[start..at++];
        }
        throw new TexException("A brace is never closed.");
    }

    private int Length()
    {
        if (text[at] != '\\')
            return char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        return end == at + 1 ? Math.Min(2, text.Length - at) : end - at;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at < text.Length && text[at] == '%')
        {
            at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            SkipBlanks();
        }
    }
}
