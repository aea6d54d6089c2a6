using System.CommandLine;
using System.Text.Json;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb campaign</c>: looks at a campaign's ledger, goes on with it, takes its results out.</summary>
internal static class CampaignCommand
{
    private static readonly Argument<string> Ledger = new("ledger") { HelpName = "LEDGER", Description = "The ledger's file." };

    private static readonly Option<string?> To = new("--to") { HelpName = "FILE", Description = "A .csv or .jsonl file. The default is CSV to the screen." };

    public static Command Create() => new("campaign", "Looks at a campaign's ledger, goes on with it, takes its results out.")
    {
        With("status", "Says how far a campaign is; also while it runs.", Status),
        With("resume", "Runs the command again that made the ledger; what is done stays done.", ResumeAsync),
        With("export", "Writes every task with its result to a table.", Export, To),
    };

    private static Command With(string name, string description, Func<ParseResult, CampaignLedger, Task<int>> action, params Option[] options)
    {
        var command = new Command(name, description) { Ledger };
        foreach (var option in options) command.Add(option);
        command.SetAction(async (arguments, _) =>
        {
            try
            {
                using var ledger = CampaignLedger.Read(arguments.GetValue(Ledger)!);
                return await action(arguments, ledger);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                ConsoleRouting.OutsideError.WriteLine($"matnb campaign {name}: {error.Message}");
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    private static Task<int> Status(ParseResult arguments, CampaignLedger ledger)
    {
        CampaignLines.Line($"{ledger.Status()}");
        foreach (var failed in ledger.Entries.Where(entry => entry.State == TaskState.Failed))
            CampaignLines.Line($"failed: {failed.Name} (attempt {failed.Attempts}): {failed.Failure?.Kind}: {failed.Failure?.Message}");
        return Task.FromResult(ExitCode.Success);
    }

    private static async Task<int> ResumeAsync(ParseResult arguments, CampaignLedger ledger)
    {
        if (ledger.Fact("command") is not { } command)
        {
            ConsoleRouting.OutsideError.WriteLine("matnb campaign resume: this ledger was made by a notebook; run its cells again.");
            return ExitCode.BadInput;
        }
        var words = JsonSerializer.Deserialize<string[]>(command)!;
        ledger.Dispose(); // the command opens it to write
        CampaignLines.Line($"matnb {string.Join(' ', words)}");
        return await new RootCommand { SimulateCommand.Create() }.Parse(words).InvokeAsync();
    }

    private static Task<int> Export(ParseResult arguments, CampaignLedger ledger)
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
