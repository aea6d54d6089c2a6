using System.CommandLine;
using System.Globalization;
using MatNotebooks.Cluster;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Bench.Ledger;

/// <summary>The process that <c>bench ledger</c> kills: a campaign of short tasks, four at a time, that says which are finished.</summary>
internal sealed class LedgerWorker : ICalculator, IProgress<CampaignProgress>
{
    /// <summary>How it is started.</summary>
    public const string Name = "ledger-worker";

    public string Description => "waits a millisecond";

    public static Command Create()
    {
        var path = new Argument<string>("path");
        var command = new Command(Name, "The process that bench ledger kills.") { path };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellation) =>
        {
            using var ledger = CampaignLedger.Open(parsed.GetValue(path)!);
            var worker = new LedgerWorker();
            var jobs = Enumerable.Range(0, LedgerCommand.Tasks).Select(i => new CampaignJob($"task-{i}", new Molecule([new("He", new(i, 0, 0))], $"task-{i}")));
            await new Campaign(worker, ledger, new LocalQueue(4)).RunAsync(jobs, worker, cancellation);
        });
        return command;
    }

    /// <summary>The result of a task, which can be checked afterwards.</summary>
    public static double Energy(string name) => -1.5 * int.Parse(name.AsSpan(5), CultureInfo.InvariantCulture);

    public string InputHash(CalculationTask task) => task.Name;

    public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        await Task.Delay(1, cancellation);
        return CalculationOutcome.Of(new CalculationResult { Energy = Energy(task.Name), CoreSeconds = 1, Source = new("none", "1", new('x', 500)) });
    }

    public void Report(CampaignProgress value)
    {
        Console.Out.WriteLine(value.Id);
        Console.Out.Flush();
    }
}
