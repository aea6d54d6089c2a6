using System.Buffers;

namespace MatNotebooks.Crystals.Formats;

/// <summary>One data block: for each tag its values, one for a single item, one a row for a column of a loop.</summary>
/// <param name="Name">What follows data_.</param>
/// <param name="Line">Line where the block starts, from 1.</param>
internal sealed record CifBlock(string Name, int Line)
{
    private static readonly SearchValues<char> PlainTag = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly Dictionary<string, List<CifValue>> columns = [];

    /// <summary>All blocks of a file. Tags are compared in small letters, with _ for the dots of newer dictionaries.</summary>
    public static List<CifBlock> ReadAll(StructureText source)
    {
        var blocks = new List<CifBlock>();
        var lexer = new CifLexer(source);
        var word = lexer.Next();
        while (word != CifWord.End)
        {
            if (word == CifWord.Block)
            {
                blocks.Add(new(lexer.Text, lexer.Line));
                word = lexer.Next();
                continue;
            }
            if (blocks.Count == 0) blocks.Add(new("", lexer.Line)); // files without a data_ line occur
            word = word switch
            {
                CifWord.Tag => blocks[^1].ReadItem(lexer),
                CifWord.Loop => blocks[^1].ReadLoop(lexer, source),
                _ => throw source.Error(lexer.Line, $"the value \"{StructureText.Shown(lexer.Text)}\" follows no tag; put quotes around values with blanks."),
            };
        }
        return blocks;
    }

    /// <summary>The values of a tag; null where it is not there.</summary>
    public IReadOnlyList<CifValue>? Column(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (columns.TryGetValue(name, out var values))
                return values;
        return null;
    }

    /// <summary>The first known value of any of the tags; null where there is none.</summary>
    public CifValue? Single(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (columns.TryGetValue(name, out var values) && values.Count > 0 && !values[0].IsMissing)
                return values[0];
        return null;
    }

    private CifWord ReadItem(CifLexer lexer)
    {
        var tag = Tag(lexer.Text);
        var word = lexer.Next();
        if (word != CifWord.Value) return word; // a tag without value counts as unknown
        columns.TryAdd(tag, [lexer.Value]);
        return lexer.Next();
    }

    private CifWord ReadLoop(CifLexer lexer, StructureText source)
    {
        var start = lexer.Line;
        var loop = new List<List<CifValue>>();
        var word = lexer.Next();
        for (; word == CifWord.Tag; word = lexer.Next())
        {
            var column = new List<CifValue>();
            columns.TryAdd(Tag(lexer.Text), column);
            loop.Add(column);
        }
        if (loop.Count == 0) throw source.Error(start, "a loop_ has no tag; name its columns below it.");
        var cell = 0;
        for (; word == CifWord.Value; word = lexer.Next(), cell++)
            loop[cell % loop.Count].Add(lexer.Value);
        if (cell % loop.Count != 0)
            throw source.Error(start, $"the loop_ has {loop.Count} columns and {cell} values, which is no whole number of rows; complete the last row or put quotes around values with blanks.");
        return word;
    }

    private static string Tag(string text) => text.AsSpan().ContainsAnyExcept(PlainTag) ? text.ToLowerInvariant().Replace('.', '_') : text;
}
