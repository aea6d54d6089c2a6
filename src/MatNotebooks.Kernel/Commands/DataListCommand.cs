using System.CommandLine;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb data list</c>: the data sets, one a line.</summary>
internal static class DataListCommand
{
    private static readonly Argument<string?> Text = new("text") { HelpName = "TEXT", Arity = ArgumentArity.ZeroOrOne, Description = "Only those whose name or title holds it." };

    public static Command Create()
    {
        var command = new Command("list", "Names the data sets: rows, what is predicted, whether they are here.") { Text };
        command.SetAction(arguments => List(arguments.GetValue(Text)));
        return command;
    }

    private static int List(string? text)
    {
        string[][] lines = [.. DatasetFacts.Matching(text).Select(entry => new[] { entry.Name, DatasetFacts.Rows(entry), DatasetFacts.Place(entry), DatasetFacts.Target(entry), entry.Title })];
        if (lines.Length == 0)
            return InputFile.Say("data list", $"no data set has '{text}' in its name or title; matnb data list names all.");
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            ConsoleRouting.Outside.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return ExitCode.Success;
    }
}
