using System.CommandLine;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Notebooks.Stripping;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb strip</c>: takes out of notebooks what running them leaves behind.</summary>
internal static class StripCommand
{
    private static readonly Argument<string[]> Notebooks = new("NOTEBOOK")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Notebooks to rewrite in place.",
    };

    private static readonly Option<bool> Check = new("--check")
    {
        Description = "Changes nothing; says which would change, and exits with 1 when one would.",
    };

    public static Command Create()
    {
        var command = new Command("strip", "Takes outputs, execution counts and what viewers note out of notebooks.") { Notebooks, Check };
        command.SetAction(arguments => arguments.GetValue(Notebooks)!
            .Select(path => InputFile.Attempt("strip", path, () => Strip(path, arguments.GetValue(Check))))
            .ToArray().Max());
        return command;
    }

    private static int Strip(string path, bool check)
    {
        var before = File.ReadAllText(path);
        var after = StrippedNotebook.Of(before);
        if (after == before)
            return ExitCode.Success;
        ConsoleRouting.Outside.WriteLine(check ? $"{path} would change" : $"{path} stripped");
        if (check)
            return ExitCode.Failed;
        NotebookWriter.WriteText(after, path);
        return ExitCode.Success;
    }
}
