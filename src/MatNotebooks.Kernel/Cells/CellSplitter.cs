using MatNotebooks.Kernel.Magics;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Cells;

/// <summary>Cuts a cell at its magics.</summary>
internal static class CellSplitter
{
    private const string FSharp = "#!fsharp";

    /// <summary>The parts in their order; blank C# is left out.</summary>
    public static IReadOnlyList<CellSection> Split(string source)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var sections = new List<CellSection>();
        var start = 0;
        string? open = null; // the magic whose body is being read
        string? language = null; // F#, to which the code returns after a magic of one line
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsMagic(lines, start, i, open))
                continue;
            Close(i);
            var line = lines[i].Trim();
            var magic = MagicCatalogue.Find(line.Split(' ', '\t')[0]);
            start = i + 1;
            if (magic is { TakesBody: true })
            {
                open = line;
                language = magic.Name == FSharp ? line : null;
                if (magic.BodyStart(lines[i]) is var at && at < lines[i].Length)
                {
                    // Blanks stand for the magic, so that columns stay.
                    (open, lines[i]) = (lines[i][..at].Trim(), new string(' ', at) + lines[i][at..]);
                    start = i;
                }
                continue;
            }
            sections.Add(In(language, new CellSection(line, "", i + 1)));
            open = language;
        }
        Close(lines.Length);
        return sections;

        void Close(int end)
        {
            var body = string.Join('\n', lines[start..end]);
            if (open is not null || !string.IsNullOrWhiteSpace(body))
                sections.Add(In(language, new CellSection(open, body, start)));
        }
    }

    private static CellSection In(string? language, CellSection section) => language is null ? section : section with { Language = "fsharp" };

    // In C#, "#!" may also stand inside a long string or a comment; in a text only known names count; F# takes "#!" for a comment.
    private static bool IsMagic(string[] lines, int start, int at, string? open)
    {
        var line = lines[at];
        if (!line.StartsWith("#!", StringComparison.Ordinal) || line.Length < 3 || !char.IsAsciiLetter(line[2]))
            return false;
        return open?.Split(' ', '\t')[0] switch
        {
            null or "#!csharp" => !CodeText.EndsInsideLiteral(string.Join('\n', lines[start..at]) + "\n"),
            FSharp => true,
            _ => MagicCatalogue.Find(line.Split(' ', '\t')[0]) is not null,
        };
    }
}
