using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MatNotebooks.Kernel.Commands.Discovering;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb campaign</c>: looks at a campaign's ledger, goes on with it, takes its results out.</summary>
internal static class CampaignCommand
{
    private static readonly Argument<string> Ledger = new("ledger") { HelpName = "LEDGER", Description = "The ledger's file." };

    private static readonly Option<string?> To = new("--to") { HelpName = "FILE", Description = "A .csv or .jsonl file. The default is CSV to the screen." };

    private static readonly Option<bool> Follow = new("--follow") { Description = "Says so again after each change, until nothing is left to do." };

    public static Command Create()
    {
        var command = new Command("campaign", "Runs discovery campaigns; looks at a campaign's ledger, goes on with it, takes its results out.") { CampaignRunCommand.Create() };
        foreach (var order in CampaignOrderCommands.Create()) command.Add(order);
        foreach (var look in Looks()) command.Add(look);
        return command;
    }

    private static IEnumerable<Command> Looks() =>
    [
        With("status", "Says how far a campaign is; also while it runs.", StatusAsync, Follow),
        With("resume", "Runs the command again that made the ledger; what is done stays done. It may run elsewhere than before.", ResumeAsync, [.. QueueOptions.All]),
        With("export", "Writes every task with its result to a table.", Export, To),
    ];

    private static Command With(string name, string description, Func<ParseResult, CampaignLedger, CancellationToken, Task<int>> action, params Option[] options)
    {
        var command = new Command(name, description) { Ledger };
        foreach (var option in options) command.Add(option);
        command.SetAction(async (arguments, cancellation) =>
        {
            try
            {
                using var ledger = CampaignLedger.Read(arguments.GetValue(Ledger)!);
                return await action(arguments, ledger, cancellation);
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Interrupted;
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                ConsoleRouting.OutsideError.WriteLine($"matnb campaign {name}: {error.Message}");
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    private static async Task<int> StatusAsync(ParseResult arguments, CampaignLedger ledger, CancellationToken cancellation)
    {
        foreach (var failed in ledger.Failures(int.MaxValue).Reverse())
            CampaignLines.Line($"failed: {failed.Name} (attempt {failed.Attempts}): {failed.Failure?.Kind}: {failed.Failure?.Message}");
        for (var said = ""; ; await Task.Delay(TimeSpan.FromSeconds(1), cancellation))
        {
            var table = CampaignTable.Of(ledger);
            if (Line(table) is var line && line != said) CampaignLines.Line($"{said = line}");
            if (!arguments.GetValue(Follow) || table.Status.Planned + table.Status.Running == 0) return ExitCode.Success;
        }
    }

    private static string Line(CampaignTable table) => string.Create(
        CultureInfo.InvariantCulture,
        $"{table.Status}{(table.Rate is { } rate ? FormattableString.Invariant($"; {60 * rate:0.##} tasks/min") : "")}{(table.TimeLeft is { } left ? $", {CampaignLines.Spoken(left)} left" : "")}");

    private static async Task<int> ResumeAsync(ParseResult arguments, CampaignLedger ledger, CancellationToken cancellation)
    {
        if (ledger.Fact("command") is not { } command)
        {
            ConsoleRouting.OutsideError.WriteLine("matnb campaign resume: this ledger was made by a notebook; run its cells again.");
            return ExitCode.BadInput;
        }
        string[] words =
        [
            .. Overridden(JsonSerializer.Deserialize<string[]>(command)!, arguments),
            "--ledger", Path.GetFullPath(arguments.GetValue(Ledger)!), // it may lie elsewhere by now, seen from here
        ];
        ledger.Dispose(); // the command opens it to write
        CampaignLines.Line($"matnb {string.Join(' ', words)}");
        return await new RootCommand { SimulateCommand.Create(), Create() }.Parse(words).InvokeAsync(cancellationToken: cancellation);
    }

    // The words of the first run; those about the place give way to the ones said now.
    private static IEnumerable<string> Overridden(string[] words, ParseResult arguments)
    {
        var now = QueueOptions.All.Where(option => arguments.GetResult(option) is { Implicit: false }).ToArray();
        var gone = now.SelectMany(option => option.Aliases.Prepend(option.Name)).Append("--ledger").ToHashSet();
        for (var i = 0; i < words.Length; i++)
            if (gone.Contains(words[i])) i++; // each takes one value
            else yield return words[i];
        foreach (var option in now)
        {
            yield return option.Name;
            yield return arguments.GetResult(option)!.Tokens[0].Value;
        }
    }

    private static Task<int> Export(ParseResult arguments, CampaignLedger ledger, CancellationToken cancellation)
    {
        var path = arguments.GetValue(To);
        if (path is null)
        {
            LedgerTable.WriteCsv(ConsoleRouting.Outside, ledger.Entries);
            return Task.FromResult(ExitCode.Success);
        }
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            ConsoleRouting.OutsideError.WriteLine($"matnb campaign export: --to {path}: give a name that ends with .csv or .jsonl.");
            return Task.FromResult(ExitCode.BadInput);
        }
        LedgerTable.Write(path, ledger.Entries);
        CampaignLines.Line($"{ledger.Entries.Length} tasks written to {path}");
        return Task.FromResult(ExitCode.Success);
    }
}
