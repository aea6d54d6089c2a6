using MatNotebooks.Cluster;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Core.Tests.Simulation.Campaigns;

public sealed class CampaignTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("campaign-");

    private string LedgerPath => Path.Combine(folder.FullName, "ledger.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_task_is_computed_once_and_no_more_at_a_time_than_there_are_cores()
    {
        var calculator = new Slow();
        using var ledger = CampaignLedger.Open(LedgerPath);
        var reports = new Reports();
        var status = await new Campaign(calculator, ledger, new LocalQueue(3, 1 << 20)).RunAsync(Jobs(20), reports);
        Assert.Equal((20, 20, 20.0), (status.Done, calculator.Calls, status.CoreSeconds));
        Assert.InRange(calculator.MostAtOnce, 1, 3);
        Assert.Equal((20, 0), (reports.All.Count, reports.All.Min(report => report.Remaining)));
        Assert.Equal(20, (await new Campaign(calculator, ledger).RunAsync(Jobs(20))).Done);
        Assert.Equal(20, calculator.Calls);
        Assert.Equal(21, (await new Campaign(calculator, ledger).RunAsync(Jobs(21))).Done);
        Assert.Equal(21, calculator.Calls);
    }

    [Fact]
    public async Task Failed_tasks_are_tried_again_by_the_next_run()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        var status = await new Campaign(new Slow { Failing = name => name == "3" }, ledger).RunAsync(Jobs(5));
        Assert.Equal((4, 1), (status.Done, status.Failed));
        Assert.Equal(FailureKind.Crashed, ledger.Entries[3].Failure!.Kind);
        status = await new Campaign(new Slow(), ledger).RunAsync(Jobs(5));
        Assert.Equal((5, 0, 1), (status.Done, status.Failed, status.Repeats));
    }

    [Fact]
    public async Task A_missing_program_stops_it_at_once()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        var calculator = new Slow { Failing = _ => true, Kind = FailureKind.NotInstalled };
        var error = await Assert.ThrowsAsync<CalculationException>(() => new Campaign(calculator, ledger, new LocalQueue(1, 1)).RunAsync(Jobs(50)));
        Assert.Contains("as asked", error.Message);
        Assert.Equal((1, 50), (calculator.Calls, ledger.Status().Planned));
    }

    [Fact]
    public async Task Cancelling_plans_again_what_was_running()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        using var stop = new CancellationTokenSource();
        var calculator = new Slow { Last = 4, Reached = stop.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Campaign(calculator, ledger, new LocalQueue(1, 1)).RunAsync(Jobs(50), null, stop.Token));
        Assert.Equal((4, 46, 0), (ledger.Status().Done, ledger.Status().Planned, ledger.Status().Running));
        Assert.Equal(50, (await new Campaign(new Slow(), ledger).RunAsync(Jobs(50))).Done);
    }

    [Fact]
    public async Task A_full_disk_stops_it_with_one_error_and_what_is_done_stays()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        ledger.LimitPages(40);
        var calculator = new Slow { Source = new('x', 5000) };
        var error = await Assert.ThrowsAsync<IOException>(() => new Campaign(calculator, ledger, new LocalQueue(2, 1)).RunAsync(Jobs(50)));
        Assert.Contains("is full or fails; free space", error.Message);
        var done = ledger.Status().Done;
        Assert.InRange(done, 1, 49);
        ledger.LimitPages(100_000);
        var before = calculator.Calls;
        Assert.Equal(50, (await new Campaign(calculator, ledger).RunAsync(Jobs(50))).Done);
        Assert.Equal(50 - done, calculator.Calls - before);
    }

    private static IEnumerable<CampaignJob> Jobs(int count) =>
        Enumerable.Range(0, count).Select(i => new CampaignJob($"{i}", new Molecule([new("He", new(i, 0, 0))], $"{i}")));

    private sealed class Reports : IProgress<CampaignProgress>
    {
        public List<CampaignProgress> All { get; } = [];

        public void Report(CampaignProgress value) => All.Add(value);
    }

    private sealed class Slow : ICalculator
    {
        private int calls;
        private int now;
        private int most;

        public int Calls => calls;

        public int MostAtOnce => most;

        public int Last { get; init; } = int.MaxValue;

        public string Source { get; init; } = "";

        public Action Reached { get; init; } = () => { };

        public Func<string, bool> Failing { get; init; } = _ => false;

        public FailureKind Kind { get; init; } = FailureKind.Crashed;

        public string Description => "slow";

        public string InputHash(CalculationTask task) => "hash of " + task.Name;

        public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
        {
            if (Interlocked.Increment(ref calls) > Last) Reached();
            InterlockedMax(Interlocked.Increment(ref now));
            await Task.Delay(2, CancellationToken.None);
            Interlocked.Decrement(ref now);
            cancellation.ThrowIfCancellationRequested();
            return Failing(task.Name)
                ? CalculationOutcome.Of(Kind, "as asked")
                : CalculationOutcome.Of(new CalculationResult { Energy = -1, CoreSeconds = 1, Source = new("slow", "1", Source) });
        }

        private void InterlockedMax(int value)
        {
            for (var seen = most; value > seen; seen = most)
                if (Interlocked.CompareExchange(ref most, value, seen) == seen) return;
        }
    }
}
