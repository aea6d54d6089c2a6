using System.CommandLine;
using System.CommandLine.Completions;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Magics;
using MatNotebooks.Kernel.Session.Completion;

namespace MatNotebooks.Kernel.Cells;

/// <summary>What may stand in a magic's line: names of magics, their options, and values: what the magic offers itself, else files or variables.</summary>
internal static class MagicCompletion
{
    private static readonly string[] OfFiles = ["file", "path", "folder", "notebook", "output", "cif", "crystal"];
    private static readonly string[] OfVariables = ["name", "variable", "value", "table", "crystal", "model", "data"];

    /// <summary>The proposals, with offsets into the line.</summary>
    /// <param name="line">The line, from its <c>#!</c>.</param>
    /// <param name="cursor">An offset into it.</param>
    /// <param name="folder">Where paths start.</param>
    /// <param name="variables">The variables of the language around it.</param>
    public static CellCompletions Complete(string line, int cursor, string folder, IReadOnlyList<string> variables)
    {
        var start = line[..cursor].LastIndexOfAny([' ', '\t']) + 1;
        var typed = line[start..cursor];
        if (start == 0)
            return new(0, cursor, [.. MagicCatalogue.All.Where(magic => Fits(magic.Name, typed) || Fits(magic.Name[2..], typed.TrimStart('#', '!')))
                .OrderBy(magic => magic.Name, StringComparer.Ordinal).Select(magic => new CellCompletion(magic.Name, "magic", null, magic.Summary))]);
        var name = line.Split(' ', '\t')[0];
        if (MagicCatalogue.Find(name) is not { } magic)
            return CellCompletions.None(cursor);
        var command = Command(magic);
        var before = line[name.Length..cursor];
        var offered = command.Parse(before).GetCompletions(before.Length).Where(item => Fits(item.Label, typed))
            .Select(item => new CellCompletion(item.InsertText ?? item.Label, "magic", null, item.Detail ?? Description(command, item.Label)));
        var values = typed.StartsWith('-') ? [] : Values(Asked(command, line[..start]), typed, folder, variables);
        return new(start, cursor, [.. values.Concat(offered).DistinctBy(item => item.Text)]);
    }

    /// <summary>The magic with its options, as it is parsed when it runs.</summary>
    public static RootCommand Command(IMagic magic)
    {
        var command = new RootCommand(magic.Summary);
        command.Options.Remove(command.Options.First(option => option is VersionOption));
        magic.Describe(command);
        return command;
    }

    private static string? Description(Command command, string label) =>
        command.Options.FirstOrDefault(option => option.Name == label || option.Aliases.Contains(label))?.Description
        ?? command.Subcommands.FirstOrDefault(inner => inner.Name == label)?.Description;

    // The option just before the cursor asks for its value; else it is the turn of the arguments.
    private static string Asked(Command command, string before)
    {
        var last = before.TrimEnd().Split(' ', '\t')[^1];
        var option = command.Options.FirstOrDefault(option => option.Name == last || option.Aliases.Contains(last));
        return option is not null && option.ValueType != typeof(bool)
            ? $"{option.Name} {option.HelpName}"
            : string.Join(' ', command.Arguments.Concat(command.Subcommands.SelectMany(inner => inner.Arguments)).Select(argument => $"{argument.Name} {argument.HelpName}"));
    }

    private static IEnumerable<CellCompletion> Values(string asked, string typed, string folder, IReadOnlyList<string> variables)
    {
        var names = OfVariables.Any(word => asked.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? variables.Where(variable => Fits(variable, typed)).Select(variable => new CellCompletion(variable, "variable", null, null)) : [];
        var files = OfFiles.Any(word => asked.Contains(word, StringComparison.OrdinalIgnoreCase)) ? FilePaths.Complete(typed, folder) : [];
        return names.Concat(files);
    }

    private static bool Fits(string text, string typed) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
}
