using MatNotebooks.Cluster;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class LiveCampaignTableTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("live-campaign-");
    private readonly HandClock clock = new();
    private readonly RecordedChannel channel = new();

    private string LedgerPath => Path.Combine(folder.FullName, "octet.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void It_follows_the_ledger_once_a_second_and_only_when_something_changed()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        ledger.Plan(Enumerable.Range(0, 4).Select(i => new LedgerEntry($"task {i}", "h")));
        using var scope = new RunningCell(channel, 1, CancellationToken.None).Enter();
        using (new LiveCampaignTable(ledger, clock))
        {
            Assert.StartsWith("octet.db: 0 of 4 tasks done, 0 running, 4 planned, 0 failed\n", Assert.Single(channel.Messages.OfType<DisplayMessage.Data>()).Bundle.PlainText);
            clock.Advance(10);
            Assert.Empty(Updates());
            ledger.Start("task 0", "h", "me");
            ledger.Finish("task 0", "h", CalculationOutcome.Of(FailureKind.OutOfMemory, "found <no> more memory"));
            ledger.Start("task 1", "h", "me");
            clock.Advance(0.9);
            Assert.Empty(Updates());
            clock.Advance(0.2);
            var update = Assert.Single(Updates()).Bundle;
            Assert.Contains("0 of 4 tasks done, 1 running, 2 planned, 1 failed", update.PlainText);
            Assert.EndsWith("failed: task 0 (attempt 1): OutOfMemory: found <no> more memory", update.PlainText);
            Assert.Contains("found &lt;no&gt; more memory", update.Forms["text/html"].GetValue<string>());
            ledger.Finish("task 1", "h", CalculationOutcome.Of(new CalculationResult { Energy = -1, CoreSeconds = 1234.4, Source = new("P", "1", "") }));
        }
        Assert.Contains("1 of 4 tasks done", Updates()[^1].Bundle.PlainText);
        Assert.Contains("1,234 core-seconds", Updates()[^1].Bundle.PlainText);
        clock.Advance(10);
        Assert.Equal(2, Updates().Length);
    }

    [Fact]
    public void Rate_and_time_left_are_said_with_their_units()
    {
        var table = new CampaignTable("octet.db", new CampaignStatus(500, 4, 1200, 7, 86_400, 3)) { Rate = 0.2 };
        Assert.Equal(TimeSpan.FromSeconds(2520), table.TimeLeft);
        Assert.Equal(
            "octet.db: 1,200 of 1,711 tasks done, 4 running, 500 planned, 7 failed\n"
                + "[████████████████░░░░░░░░] 12 tasks/min · 42 min left · 86,400 core-seconds · 3 repeats\nand 7 more failed",
            table.ToMimeBundle().PlainText);
        Assert.Null((table with { Status = new(0, 0, 3, 0, 1, 0) }).TimeLeft);
        Assert.Contains("0 of 0 tasks", new CampaignTable("x", new(0, 0, 0, 0, 0, 0)).ToMimeBundle().PlainText);
    }

    [Fact]
    public async Task Interrupting_the_cell_stops_the_campaign_and_the_ledger_is_whole()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        using var interrupt = new CancellationTokenSource();
        using var scope = new RunningCell(channel, 1, interrupt.Token).Enter();
        var calculator = new Third(interrupt);
        var jobs = Enumerable.Range(0, 9).Select(i => new CampaignJob($"{i}", new Molecule([new("He", new(i, 0, 0))], $"{i}"))).ToArray();
        var campaign = new Campaign(calculator, ledger, new LocalQueue(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => campaign.RunLiveAsync(jobs));
        Assert.Equal((2, 0, 7), (ledger.Status().Done, ledger.Status().Running, ledger.Status().Planned));
        // A campaign this short may have ended before its table is first shown; then nothing is left to update.
        var last = channel.Messages.Select(message => message switch { DisplayMessage.Data shown => shown.Bundle, DisplayMessage.Update update => update.Bundle, _ => null }).Last(bundle => bundle is not null)!;
        Assert.Contains("2 of 9 tasks done, 0 running, 7 planned", last.PlainText);
        Assert.IsType<CampaignTable>(ScienceForms.Of(campaign));
    }

    private DisplayMessage.Update[] Updates() => [.. channel.Messages.OfType<DisplayMessage.Update>()];

    private sealed class Third(CancellationTokenSource interrupt) : ICalculator
    {
        private int calls;

        public string Description => "interrupted at the third";

        public string InputHash(CalculationTask task) => task.Name;

        public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
        {
            if (++calls == 3) await interrupt.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return CalculationOutcome.Of(new CalculationResult { Energy = -1, CoreSeconds = 1, Source = new("P", "1", "") });
        }
    }
}
