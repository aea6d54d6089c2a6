using System.CommandLine;
using MatNotebooks.Cluster;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation.Gpaw;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb simulate octet</c>: recomputes rows of the octet table, or computes what it lacks.</summary>
internal static class SimulateOctetCommand
{
    private static readonly Option<int?> Sample = new("--sample")
    {
        HelpName = "N",
        Description = "Recomputes N rows and compares their energies; 2 meV apart is a failure.",
    };

    private static readonly Option<bool> Missing = new("--missing")
    {
        Description = "Computes what the table lacks. May be stopped and started again: finished points are in the ledger.",
    };

    private static readonly Option<bool> Adopt = new("--adopt") { Description = "Adds to the table what is complete in the ledger." };

    private static readonly Option<int> Seed = new("--seed") { HelpName = "S", Description = "Which rows the sample takes. The default is 0." };

    private static readonly Option<string?> Data = new("--data") { HelpName = "FILE", Description = "Another table of the same columns." };

    private static readonly Option<string> Ledger = new("--ledger")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.Combine("out", "octet", "ledger.db"),
        Description = "Where finished points are kept.",
    };

    private static readonly Option<double> Timeout = new("--timeout")
    {
        HelpName = "SECONDS",
        DefaultValueFactory = _ => new GpawOptions().Limit.TotalSeconds,
        Description = "Gives a calculation up that takes longer.",
    };

    private static readonly Option<string> Python = new("--python")
    {
        HelpName = "PATH",
        DefaultValueFactory = _ => new GpawOptions().Python,
        Description = "The Python that has GPAW.",
    };

    public static Command Create()
    {
        var command = new Command("octet", "The octet table: rocksalt and zincblende compounds with GPAW.")
        {
            Sample, Seed, Missing, Adopt, Data, Ledger, Timeout, Python,
        };
        command.SetAction(RunAsync);
        return command.WithQueue();
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        if (Wrong(arguments) is { } wrong) return Say(wrong, ExitCode.BadInput);
        try
        {
            var table = ReadTable(arguments.GetValue(Data) ?? OctetDataset.ShippedPath, out var code);
            if (arguments.GetValue(Adopt) && code != ExitCode.Success) return Say("--adopt would lose the rows that cannot be read; mend them first.", code);
            var calculator = new GpawCalculator(new() { Python = arguments.GetValue(Python)!, Limit = TimeSpan.FromSeconds(arguments.GetValue(Timeout)) });
            var outcome = arguments.GetValue(Sample) is { } count
                ? await new OctetSampleJob(calculator, table, count, arguments.GetValue(Seed)).RunAsync(cancellation)
                : await RunLedgerAsync(arguments, calculator, table, cancellation);
            return outcome == ExitCode.Success ? code : outcome;
        }
        catch (OperationCanceledException)
        {
            return Say("stopped. Finished points are in the ledger; the same command goes on from there.", ExitCode.Interrupted);
        }
        catch (ClusterException error)
        {
            return Say(error.Message, ExitCode.Failed);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Say(error.Message, ExitCode.BadInput);
        }
    }

    private static async Task<int> RunLedgerAsync(
        ParseResult arguments, GpawCalculator calculator, IReadOnlyList<OctetRecord> table, CancellationToken cancellation)
    {
        using var ledger = Simulation.Campaigns.CampaignLedger.Open(arguments.GetValue(Ledger)!);
        ledger.PutFact("command", System.Text.Json.JsonSerializer.Serialize(arguments.Tokens.Select(token => token.Value))); // for matnb campaign resume
        var job = new OctetLedgerJob(calculator, ledger, table);
        var queue = QueueOptions.Open(arguments, arguments.GetValue(Ledger)!);
        using var closing = queue as IDisposable;
        if (arguments.GetValue(Missing) && await job.ComputeAsync(queue, QueueOptions.DemandOf(arguments), cancellation) is var code and not ExitCode.Success)
            return code;
        if (arguments.GetValue(Adopt)) job.Adopt(arguments.GetValue(Data) ?? OctetDataset.ShippedPath);
        return ExitCode.Success;
    }

    private static string? Wrong(ParseResult arguments)
    {
        var (sample, missing, adopt) = (arguments.GetValue(Sample), arguments.GetValue(Missing), arguments.GetValue(Adopt));
        if (sample is null && !missing && !adopt) return "nothing to do: give --sample N, --missing or --adopt.";
        if (sample is not null && (missing || adopt)) return "--sample goes alone; give it without --missing and --adopt.";
        if (sample < 1) return $"--sample {sample}: give at least 1 row.";
        return arguments.GetValue(Timeout) is >= 1 and <= 86400 ? QueueOptions.Wrong(arguments) : $"--timeout {arguments.GetValue(Timeout)}: give 1 to 86400 seconds.";
    }

    /// <summary>The rows that can be read; says which cannot.</summary>
    private static IReadOnlyList<OctetRecord> ReadTable(string path, out int code)
    {
        var worst = ExitCode.Success;
        var table = OctetDataset.Load(path, bad => worst = Say(bad.ToString(), ExitCode.BadInput));
        code = worst;
        return table.Records;
    }

    private static int Say(string message, int code)
    {
        ConsoleRouting.OutsideError.WriteLine("matnb simulate octet: " + message);
        return code;
    }
}
