using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Core.Tests.Simulation.Campaigns;

public sealed class CampaignLedgerTests : IDisposable
{
    private static readonly CalculationOutcome Good =
        CalculationOutcome.Of(new CalculationResult { Energy = -12, CoreSeconds = 3, Source = new("P", "1", "input") });

    private static readonly CalculationOutcome Bad = CalculationOutcome.Of(FailureKind.NotConverged, "no \"end\"\nin sight");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ledger-");

    private string LedgerPath => Path.Combine(folder.FullName, "new", "ledger.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_was_written_is_there_at_the_next_opening()
    {
        using (var ledger = CampaignLedger.Open(LedgerPath, new Noon()))
        {
            ledger.Plan([new("a", "1") { Settings = "GFN2" }, new("b", "2"), new("c", "3")]);
            Assert.True(ledger.Start("a", "1", "me"));
            Assert.True(ledger.Finish("a", "1", Good));
            Assert.True(ledger.Start("b", "2", "me"));
            Assert.True(ledger.Finish("b", "2", Bad));
            ledger.PutFact("command", "old");
            ledger.PutFact("command", "simulate");
        }
        using var again = CampaignLedger.Open(LedgerPath);
        var (a, b, c) = (again.Find("a", "1")!, again.Find("b", "2")!, again.Find("c", "3")!);
        Assert.Equal(("GFN2", TaskState.Done, 1, "me", 3.0), (a.Settings, a.State, a.Attempts, a.Worker, a.CoreSeconds));
        Assert.Equal((-12.0, "input"), (a.Result!.Energy, a.Result.Source.Input));
        Assert.Equal((new Noon().GetUtcNow(), new Noon().GetUtcNow()), (a.Started, a.Finished));
        Assert.Equal((TaskState.Failed, Bad.Failure), (b.State, b.Failure));
        Assert.Equal((TaskState.Planned, 0), (c.State, c.Attempts));
        Assert.Equal(new CampaignStatus(1, 0, 1, 1, 3, 0), again.Status());
        Assert.Equal("simulate", again.Fact("command"));
        Assert.Null(again.Fact("none"));
        Assert.Equal(["a", "b", "c"], again.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void A_result_is_never_applied_twice()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        ledger.Plan([new("a", "1")]);
        Assert.True(ledger.Start("a", "1", "first"));
        Assert.False(ledger.Start("a", "1", "second"));
        Assert.True(ledger.Finish("a", "1", Good));
        Assert.False(ledger.Finish("a", "1", Bad));
        Assert.False(ledger.Finish("a", "1", Good));
        Assert.False(ledger.Finish("x", "1", Good));
        Assert.False(ledger.Start("a", "1", "third"));
        ledger.Plan([new("a", "1") { Settings = "other" }]);
        Assert.Equal((TaskState.Done, 3.0, "first", ""), ledger.Find("a", "1") is { } a ? (a.State, a.CoreSeconds, a.Worker, a.Settings) : default);
    }

    [Fact]
    public void What_a_dead_process_was_at_is_planned_again()
    {
        using (var ledger = CampaignLedger.Open(LedgerPath))
        {
            ledger.Plan([new("a", "1")]);
            ledger.Start("a", "1", "me");
        }
        using var again = CampaignLedger.Open(LedgerPath);
        Assert.Equal((TaskState.Planned, 1), (again.Entries[0].State, again.Entries[0].Attempts));
        Assert.True(again.Start("a", "1", "me"));
        again.Release("a", "1");
        Assert.Equal((TaskState.Planned, 1), (again.Entries[0].State, again.Entries[0].Attempts));
    }

    [Fact]
    public void One_writes_and_others_read_meanwhile()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        ledger.Plan([new("a", "1")]);
        Assert.Contains("held by this process itself", Assert.Throws<IOException>(() => CampaignLedger.Open(LedgerPath)).Message);
        ledger.PutFact("owner", "node7:4711");
        Assert.EndsWith(
            "ledger.db is held by another process: 4711 on node7. Wait for it to end, or stop it (kill 4711).",
            Assert.Throws<IOException>(() => CampaignLedger.Open(LedgerPath)).Message);
        using var reader = CampaignLedger.Read(LedgerPath);
        Assert.Equal(1, reader.Status().Planned);
        ledger.Start("a", "1", "me");
        ledger.Finish("a", "1", Good);
        Assert.Equal(1, reader.Status().Done);
        Assert.Throws<IOException>(() => reader.PutFact("x", "y"));
    }

    [Fact]
    public void A_full_disk_says_so_and_loses_nothing()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        ledger.LimitPages(12);
        var error = Assert.Throws<IOException>(() =>
        {
            for (var i = 0; i < 10_000; i++) ledger.Plan([new($"task {i}", "1") { Settings = new('x', 500) }]);
        });
        Assert.Contains("is full or fails; free space", error.Message);
        var count = ledger.Entries.Length;
        Assert.InRange(count, 1, 9_999);
        ledger.LimitPages(100_000);
        ledger.Plan([new("more", "1")]);
        Assert.Equal(count + 1, ledger.Entries.Length);
    }

    [Fact]
    public void Other_files_are_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LedgerPath)!);
        File.WriteAllText(LedgerPath, "{\"Id\": \"a line of an older form\"}" + new string(' ', 2000));
        Assert.Contains($"{LedgerPath} is no ledger", Assert.Throws<InvalidDataException>(() => CampaignLedger.Open(LedgerPath)).Message);
        Assert.Contains($"{LedgerPath} is no ledger", Assert.Throws<InvalidDataException>(() => CampaignLedger.Read(LedgerPath)).Message);
        Assert.Contains("There is no ledger", Assert.Throws<FileNotFoundException>(() => CampaignLedger.Read("/nowhere/ledger.db")).Message);
    }

    [Fact]
    public void The_last_failures_come_first_and_the_rate_is_that_of_the_last_ends()
    {
        var clock = new Ticking();
        using var ledger = CampaignLedger.Open(LedgerPath, clock);
        ledger.Plan(Enumerable.Range(0, 10).Select(i => new LedgerEntry($"{i}", "h")));
        Assert.Null(ledger.Rate());
        for (var i = 0; i < 8; i++)
        {
            ledger.Start($"{i}", "h", "me");
            clock.Now += TimeSpan.FromSeconds(10);
            if (i < 7) ledger.Finish($"{i}", "h", i % 2 == 0 ? Good : Bad, i == 0 ? "me on n1" : null);
        }
        Assert.Equal(["5", "3"], ledger.Failures(2).Select(entry => entry.Name));
        Assert.Equal(7.0 / 70, ledger.Rate()!.Value, 1e-12); // seven ends, the first 70 s ago
        Assert.Equal(["me on n1", "me"], ledger.Entries.Take(2).Select(entry => entry.Worker));
        ledger.Release("7", "h");
        Assert.Null(ledger.Rate());
    }

    [Fact]
    public void Many_threads_may_write()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        Parallel.For(0, 40, i =>
        {
            ledger.Plan([new($"{i}", "h")]);
            ledger.Start($"{i}", "h", "me");
            ledger.Finish($"{i}", "h", Good);
        });
        Assert.Equal(40, ledger.Status().Done);
    }

    private sealed class Ticking : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    }
}
