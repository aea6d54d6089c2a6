using System.Text.RegularExpressions;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>What may stand between the quotes of <c>#r</c> and <c>#load</c>.</summary>
internal static partial class DirectiveCompletion
{
    /// <summary>Null where the cursor is in no such line.</summary>
    public static CellCompletions? Complete(string code, int cursor, string folder)
    {
        var line = code[(code.LastIndexOf('\n', Math.Max(0, cursor - 1)) + 1)..cursor];
        var match = Directive().Match(line);
        if (!match.Success)
            return null;
        var typed = match.Groups["path"].Value;
        var load = match.Groups["word"].Value == "load";
        if (!load && typed.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return Packages(typed["nuget:".Length..], cursor);
        var files = FilePaths.Complete(typed, folder, load ? [".csx", ".cs"] : [".dll"]);
        return new(cursor - typed.Length, cursor, [.. files, .. !load && "nuget: ".StartsWith(typed, StringComparison.Ordinal)
            ? [new CellCompletion("nuget: ", "keyword", null, "A package of a feed: #r \"nuget: Name, version\".")] : Array.Empty<CellCompletion>()]);
    }

    // What this machine has already; the feed is not asked while somebody types.
    private static CellCompletions Packages(string typed, int cursor)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var comma = typed.IndexOf(',', StringComparison.Ordinal);
        var folder = comma < 0 ? cache : Path.Combine(cache, typed[..comma].Trim().ToLowerInvariant());
        var part = (comma < 0 ? typed : typed[(comma + 1)..]).TrimStart();
        var found = !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!)
            .Where(name => name.StartsWith(part, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase).Take(200);
        return new(cursor - part.Length, cursor, [.. found.Select(name => new CellCompletion(name, "path", null, null))]);
    }

    [GeneratedRegex("""^[ \t]*#(?<word>r|load)[ \t]+"(?<path>[^"]*)$""")]
    private static partial Regex Directive();
}
