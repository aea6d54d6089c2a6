using System.CommandLine;
using System.Globalization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Comparison;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb diff</c>: whether two notebooks say the same.</summary>
internal static class DiffCommand
{
    private static readonly Argument<string> First = new("FIRST") { Description = "A notebook." };

    private static readonly Argument<string> Second = new("SECOND") { Description = "The notebook it is compared with." };

    private static readonly Option<double> Relative = new("--relative")
    {
        HelpName = "PART",
        DefaultValueFactory = _ => 1e-6,
        Description = "Real numbers may be apart by this part of the larger one. The default is 1e-6.",
    };

    private static readonly Option<double> Absolute = new("--absolute")
    {
        HelpName = "AMOUNT",
        DefaultValueFactory = _ => 1e-9,
        Description = "And by this amount more. The default is 1e-9.",
    };

    public static Command Create()
    {
        var command = new Command("diff", "Compares the text and the outputs of two notebooks; exits with 0 when they are the same, 1 when not.")
        {
            First, Second, Relative, Absolute,
        };
        command.SetAction(Compare);
        return command;
    }

    private static int Compare(ParseResult arguments)
    {
        var tolerance = new Tolerance(arguments.GetValue(Relative), arguments.GetValue(Absolute));
        if (!(tolerance.Relative >= 0 && double.IsFinite(tolerance.Relative)))
            return InputFile.Say("diff", Wrong("--relative", tolerance.Relative));
        if (!(tolerance.Absolute >= 0 && double.IsFinite(tolerance.Absolute)))
            return InputFile.Say("diff", Wrong("--absolute", tolerance.Absolute));
        var (first, second) = (arguments.GetValue(First)!, arguments.GetValue(Second)!);
        return InputFile.Attempt("diff", first, () =>
        {
            var left = NotebookReader.ReadFile(first);
            return InputFile.Attempt("diff", second, () => Report(left, NotebookReader.ReadFile(second), tolerance));
        });
    }

    private static int Report(Notebook left, Notebook right, Tolerance tolerance)
    {
        var differences = NotebookComparison.Differences(left, right, tolerance);
        foreach (var difference in differences)
            ConsoleRouting.Outside.WriteLine(difference);
        var count = (differences.Count == 0 ? right.Cells.Count : differences.Count).ToString(CultureInfo.InvariantCulture);
        ConsoleRouting.Outside.WriteLine(differences.Count == 0 ? $"the same: {count} cells" : $"differences: {count}");
        return differences.Count == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private static string Wrong(string option, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{option} {value}: a tolerance is a number from 0 up. Give, say, {option} 1e-6.");
}
