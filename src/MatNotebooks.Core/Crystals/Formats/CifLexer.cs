namespace MatNotebooks.Crystals.Formats;

/// <summary>Cuts a CIF into words: comments dropped, quotes and text fields resolved.</summary>
/// <remarks>Source of the rules: International Tables for Crystallography G, section 2.2.7 (CIF 1.1).</remarks>
internal sealed class CifLexer(StructureText source)
{
    private int index; // of the current line, from 0
    private int column;

    /// <summary>Line of the word read last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The word read last: the name of a block or tag, or the value without its quotes.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the value read last stood in quotes or a text field, so that ? and . mean themselves.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>Moves to the next word.</summary>
    public CifWord Next()
    {
        IsQuoted = false;
        if (!SkipToWord()) return CifWord.End;
        var line = source.Lines[index];
        Line = index + 1;
        if (column == 0 && line[0] == ';') return TextField();
        if (line[column] is '\'' or '"') return Quoted(line, line[column]);
        var start = column;
        while (column < line.Length && line[column] > ' ') column++;
        Text = line[start..column];
        return Kind();
    }

    private CifWord Kind()
    {
        if (Text[0] == '_' && Text.Length > 1) return CifWord.Tag;
        if (Text.Equals("loop_", StringComparison.OrdinalIgnoreCase)) return CifWord.Loop;
        if (Text.StartsWith("data_", StringComparison.OrdinalIgnoreCase) || Text.StartsWith("save_", StringComparison.OrdinalIgnoreCase))
        {
            Text = Text[5..];
            return CifWord.Block;
        }
        return CifWord.Value;
    }

    private bool SkipToWord()
    {
        for (; index < source.Lines.Length; index++, column = 0)
        {
            var line = source.Lines[index];
            while (column < line.Length && line[column] <= ' ') column++;
            if (column < line.Length && line[column] != '#') return true;
        }
        return false;
    }

    private CifWord Quoted(string line, char quote)
    {
        IsQuoted = true;
        var start = column + 1;
        for (var end = start; end < line.Length; end++)
        {
            // A quote closes only before a blank: 'O'Brien' is one value.
            if (line[end] != quote || (end + 1 < line.Length && line[end + 1] > ' ')) continue;
            (Text, column) = (line[start..end], end + 1);
            return CifWord.Value;
        }
        throw source.Error(Line, $"the value {StructureText.Shown(line[column..])} opens with {quote} and never closes; add {quote} at its end.");
    }

    private CifWord TextField()
    {
        IsQuoted = true;
        var first = index;
        for (index++; index < source.Lines.Length; index++)
        {
            if (!source.Lines[index].StartsWith(';')) continue;
            Text = string.Join('\n', source.Lines[first..index])[1..];
            column = 1;
            return CifWord.Value;
        }
        throw source.Error(Line, "the text that starts with ; never ends; close it by a line that starts with ;");
    }
}
