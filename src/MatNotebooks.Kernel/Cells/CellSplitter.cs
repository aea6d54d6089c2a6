using MatNotebooks.Kernel.Magics;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Cells;

/// <summary>Cuts a cell at its magics.</summary>
internal static class CellSplitter
{
    /// <summary>The parts in their order; blank C# is left out.</summary>
    public static IReadOnlyList<CellSection> Split(string source)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var sections = new List<CellSection>();
        var start = 0;
        string? open = null; // the magic whose body is being read
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsMagic(lines, start, i, inCode: open is null or "#!csharp"))
                continue;
            Close(i);
            var line = lines[i].Trim();
            var magic = MagicCatalogue.Find(line.Split(' ', '\t')[0]);
            open = magic is { TakesBody: true } ? line : null;
            if (open is null)
                sections.Add(new CellSection(line, "", i + 1));
            start = i + 1;
        }
        Close(lines.Length);
        return sections;

        void Close(int end)
        {
            var body = string.Join('\n', lines[start..end]);
            if (open is not null || !string.IsNullOrWhiteSpace(body))
                sections.Add(new CellSection(open, body, start));
        }
    }

    // In C#, "#!" may also stand inside a long string or a comment; in a text body only known names count.
    private static bool IsMagic(string[] lines, int start, int at, bool inCode)
    {
        var line = lines[at];
        if (!line.StartsWith("#!", StringComparison.Ordinal) || line.Length < 3 || !char.IsAsciiLetter(line[2]))
            return false;
        return inCode
            ? !CodeText.EndsInsideLiteral(string.Join('\n', lines[start..at]) + "\n")
            : MagicCatalogue.Find(line.Split(' ', '\t')[0]) is not null;
    }
}
