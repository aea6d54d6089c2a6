using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks;
using Spectre.Console;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb run</c>: executes notebooks from the command line.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Notebooks = new("NOTEBOOK")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Notebooks to run, one after the other; each runs in its own folder.",
    };

    private static readonly Option<string[]> Parameters = new("--parameter", "-p")
    {
        HelpName = "name=value",
        Description = "A value for the cell tagged 'parameters'. One that names an existing file from here is passed as its full path.",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        HelpName = "DIR",
        DefaultValueFactory = _ => "out",
        Description = "Where the executed notebooks go.",
    };

    private static readonly Option<bool> Html = new("--html") { Description = "Also writes each as one HTML file that needs no network." };

    private static readonly Option<bool> Pdf = new("--pdf") { Description = "Also prints that HTML file to PDF, with Chromium." };

    private static readonly Option<double?> Timeout = new("--timeout")
    {
        HelpName = "SECONDS",
        Description = "Stops a cell that takes longer. The default is no limit.",
    };

    public static Command Create()
    {
        var command = new Command("run", "Runs notebooks and saves them with their outputs.") { Notebooks, Parameters, Output, Html, Pdf, Timeout };
        Notebooks.Validators.Add(argument => RefuseOptions(argument, command));
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var console = Terminal();
        var seconds = arguments.GetValue(Timeout);
        if (seconds is <= 0 or > 1e6)
            return BadInput(string.Create(CultureInfo.InvariantCulture, $"--timeout {seconds}: a cell's limit lies between 0 and 1000000 seconds. Give, say, --timeout 600."));
        if (ParameterValues.Parse(arguments.GetValue(Parameters) ?? [], Environment.CurrentDirectory, out var values) is { } wrong)
            return BadInput(wrong);
        var job = new RunJob(console, values, Path.GetFullPath(arguments.GetValue(Output)!), seconds is null ? null : TimeSpan.FromSeconds(seconds.Value))
        {
            Html = arguments.GetValue(Html),
            Pdf = arguments.GetValue(Pdf),
        };
        var worst = ExitCode.Success;
        foreach (var notebook in arguments.GetValue(Notebooks)!.Select(Path.GetFullPath).ToArray())
        {
            var code = await job.RunAsync(notebook, cancellation);
            worst = Math.Max(worst, code);
            if (code == ExitCode.Interrupted)
                break;
        }
        job.Figures.Print(console);
        return worst;
    }

    // An option that does not exist would be taken for a notebook.
    private static void RefuseOptions(ArgumentResult argument, Command command)
    {
        var typed = argument.Tokens.Select(token => token.Value).FirstOrDefault(value => value.StartsWith('-'));
        if (typed is not null)
            argument.AddError($"There is no option {typed}.{NearestName.Hint(typed, command.Options.Select(option => option.Name))}");
    }

    // Into a file or a pipe: no colours, no wrapping.
    private static IAnsiConsole Terminal()
    {
        var piped = System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(ConsoleRouting.Outside),
        });
        if (piped)
            console.Profile.Width = short.MaxValue;
        return console;
    }

    private static int BadInput(string message)
    {
        ConsoleRouting.OutsideError.WriteLine("matnb run: " + message);
        return ExitCode.BadInput;
    }
}
