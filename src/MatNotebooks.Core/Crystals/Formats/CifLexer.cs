namespace MatNotebooks.Crystals.Formats;

/// <summary>Cuts a CIF into words, which stay where they are in the text: comments dropped, quotes and text fields resolved.</summary>
/// <remarks>Source of the rules: International Tables for Crystallography G, section 2.2.7 (CIF 1.1).</remarks>
internal sealed class CifLexer(StructureText source)
{
    private readonly string text = source.Text;
    private int position;
    private int line = 1; // of the position
    private int start;
    private int length;
    private bool isQuoted; // so that ? and . mean themselves

    /// <summary>Line of the word read last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The word read last: the name of a block or tag, or the value without its quotes.</summary>
    public string Text => text.Substring(start, length);

    /// <summary>The value read last.</summary>
    public CifValue Value => new(text, start, length, Line, isQuoted);

    /// <summary>Moves to the next word.</summary>
    public CifWord Next()
    {
        isQuoted = false;
        if (!SkipToWord()) return CifWord.End;
        Line = line;
        var first = text[position];
        if (first == ';' && (position == 0 || text[position - 1] == '\n')) return TextField();
        if (first is '\'' or '"') return Quoted(first);
        start = position;
        while (position < text.Length && text[position] > ' ') position++;
        length = position - start;
        return Kind();
    }

    private CifWord Kind()
    {
        var word = text.AsSpan(start, length);
        if (word[0] == '_' && word.Length > 1) return CifWord.Tag;
        if (!char.IsAsciiLetter(word[0])) return CifWord.Value;
        if (word.Equals("loop_", StringComparison.OrdinalIgnoreCase)) return CifWord.Loop;
        if (!word.StartsWith("data_", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("save_", StringComparison.OrdinalIgnoreCase)) return CifWord.Value;
        (start, length) = (start + 5, length - 5);
        return CifWord.Block;
    }

    private bool SkipToWord()
    {
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character == '\n') line++;
            else if (character == '#') position = EndOfLine() - 1;
            else if (character > ' ') return true;
        }
        return false;
    }

    private int EndOfLine() => text.IndexOf('\n', position) is var end && end >= 0 ? end : text.Length;

    private CifWord Quoted(char quote)
    {
        (isQuoted, start) = (true, position + 1);
        for (var end = start; end < text.Length && text[end] != '\n'; end++)
        {
            // A quote closes only before a blank: 'O'Brien' is one value.
            if (text[end] != quote || (end + 1 < text.Length && text[end + 1] > ' ')) continue;
            (length, position) = (end - start, end + 1);
            return CifWord.Value;
        }
        throw source.Error(Line, $"the value {StructureText.Shown(text[position..EndOfLine()])} opens with {quote} and never closes; add {quote} at its end.");
    }

    private CifWord TextField()
    {
        (isQuoted, start) = (true, position + 1);
        var end = text.IndexOf("\n;", position, StringComparison.Ordinal);
        if (end < 0) throw source.Error(Line, "the text that starts with ; never ends; close it by a line that starts with ;");
        length = end - start;
        line += text.AsSpan(position, end + 1 - position).Count('\n');
        position = end + 2;
        return CifWord.Value;
    }
}
