using System.Text;
using MatNotebooks.Kernel.Magics;

namespace MatNotebooks.Kernel.Cells;

/// <summary>A cell that is being written, seen at its cursor: which language, and only that language's text, every offset as in the cell.</summary>
/// <param name="Language">"csharp", "fsharp", "magic", or "text" for what nothing is known of.</param>
/// <param name="Code">The cell with everything of other languages blanked out; the one line for a magic.</param>
/// <param name="Cursor">The offset into <paramref name="Code"/>.</param>
/// <param name="Origin">What to add to offsets into the code to have those of the cell.</param>
/// <param name="Around">The language of the code around a magic.</param>
internal sealed record CellView(string Language, string Code, int Cursor, int Origin, string Around)
{
    public static CellView At(string source, int cursor)
    {
        // Same length: a "\r" is a blank like any other.
        var text = source.Replace('\r', ' ');
        var lines = text.Split('\n');
        var at = text.AsSpan(0, cursor).Count('\n');
        var start = at == 0 ? 0 : text.LastIndexOf('\n', cursor - 1) + 1;
        var languages = Languages(text, lines.Length);
        if (languages[at] == "magic" || (lines[at].StartsWith("#!", StringComparison.Ordinal) && languages[at] != "text"))
            return new("magic", lines[at], cursor - start, start, languages.Take(at).LastOrDefault(language => language is "csharp" or "fsharp") ?? "csharp");
        var code = new StringBuilder(text.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            code.Append(i == 0 ? "" : "\n");
            if (languages[i] == languages[at])
                code.Append(lines[i]);
            else
                code.Append(' ', lines[i].Length);
        }
        return new(languages[at], code.ToString(), cursor, 0, languages[at]);
    }

    private static string[] Languages(string text, int count)
    {
        var languages = Enumerable.Repeat("csharp", count).ToArray();
        foreach (var section in CellSplitter.Split(text))
        {
            if (section.MagicLine is not null)
                languages[section.BodyLine - 1] = "magic";
            var takesBody = section.MagicName is { } name && MagicCatalogue.Find(name) is { TakesBody: true };
            var language = section.MagicName switch
            {
                "#!csharp" => "csharp",
                "#!fsharp" => "fsharp",
                null => section.Language,
                _ when takesBody => "text",
                _ => section.Language,
            };
            languages.AsSpan(Math.Min(section.BodyLine, count)).Fill(language);
        }
        // Filling ran over the magics further down.
        foreach (var section in CellSplitter.Split(text).Where(section => section.MagicLine is not null))
            languages[section.BodyLine - 1] = "magic";
        return languages;
    }
}
