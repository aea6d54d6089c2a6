using System.Text.RegularExpressions;

namespace MatNotebooks.Datasets.Tables;

/// <summary>
/// Reads DuckDB's error texts: some lines of message, then perhaps "LINE 2: ...excerpt of the line...", then a caret under the place.
/// </summary>
internal static partial class SqlErrorText
{
    private const string Cut = "...";

    /// <summary>The exception that says the same in one line, with the place in the whole text.</summary>
    public static SqlException Read(string text, string sql)
    {
        var excerpt = Excerpt().Match(text);
        var message = OneLine(excerpt.Success ? text[..excerpt.Index] : text);
        var missing = MissingTable().Match(text);
        var name = missing.Success ? missing.Groups[1].Value : Named().Match(message).Groups[1].Value;
        var (line, column) = Checked(excerpt.Success ? Place(excerpt, sql) : (0, 0), name, sql);
        return new SqlException(message, sql) { Line = line, Column = column, MissingTable = missing.Success ? name : null };
    }

    /// <summary>
    /// The place, where the name that the message is about stands there. DuckDB's places are wrong after a first statement, and absent
    /// sometimes: then the one place where the name stands.
    /// </summary>
    private static (int Line, int Column) Checked((int Line, int Column) place, string name, string sql)
    {
        if (name.Length == 0)
            return place;
        var lines = sql.ReplaceLineEndings("\n").Split('\n');
        if (place.Line > 0 && lines[place.Line - 1].AsSpan(place.Column - 1).TrimStart('"').StartsWith(name, StringComparison.OrdinalIgnoreCase))
            return place;
        var word = new Regex($@"(?<![\w$]){Regex.Escape(name)}(?!\w)", RegexOptions.IgnoreCase);
        var found = lines.SelectMany((line, at) => word.Matches(line).Select(match => (at + 1, match.Index + 1))).ToArray();
        return found.Length == 1 || (found.Length > 1 && place.Line == 0) ? found[0] : place;
    }

    private static string OneLine(string text)
    {
        if (NeedsExtension().Match(text) is { Success: true } extension)
            return $"This needs DuckDB's extension {extension.Groups[1].Value}, which is not built in, and none is fetched: "
                + "Parquet, CSV and JSON files of this machine can be read. Fetch the file first and give its path.";
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // Its own catalogue is never what was meant.
        return string.Join(' ', lines.Where(line => !line.StartsWith("Did you mean \"pg_", StringComparison.Ordinal)));
    }

    /// <summary>Line and column of the caret in the whole text, from 1; long lines are cut at both ends in the excerpt.</summary>
    private static (int Line, int Column) Place(Match excerpt, string sql)
    {
        var number = int.Parse(excerpt.Groups["line"].Value);
        var shown = excerpt.Groups["text"].Value;
        var caret = excerpt.Groups["space"].Length - excerpt.Groups["head"].Length;
        if (shown.StartsWith(Cut, StringComparison.Ordinal))
            (shown, caret) = (shown[Cut.Length..], caret - Cut.Length);
        if (shown.EndsWith(Cut, StringComparison.Ordinal))
            shown = shown[..^Cut.Length];
        var lines = sql.ReplaceLineEndings("\n").Split('\n');
        // Of several statements DuckDB counts the lines of one: the excerpt says which.
        if (number > lines.Length || !lines[number - 1].Contains(shown, StringComparison.Ordinal))
            number = Array.FindIndex(lines, line => line.Contains(shown, StringComparison.Ordinal)) + 1;
        return number < 1 ? (0, 0) : (number, lines[number - 1].IndexOf(shown, StringComparison.Ordinal) + Math.Clamp(caret, 0, shown.Length) + 1);
    }

    [GeneratedRegex(@"\n*(?<head>LINE (?<line>\d+): )(?<text>[^\n]*)\n(?<space> *)\^")]
    private static partial Regex Excerpt();

    [GeneratedRegex("(?:column|near) \"([^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("Table with name (.+?) does not exist")]
    private static partial Regex MissingTable();

    [GeneratedRegex(@"(?:extension ""?'?|requires the extension )(\w+)(?:'|""| ).*(?:[Aa]utoload|to be loaded|install)", RegexOptions.Singleline)]
    private static partial Regex NeedsExtension();
}
