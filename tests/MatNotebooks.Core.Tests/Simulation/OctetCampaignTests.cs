using MatNotebooks.Cluster;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Core.Tests.Simulation;

public sealed class OctetCampaignTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("campaign-");

    private string LedgerPath => Path.Combine(folder.FullName, "ledger.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Computes_what_is_missing_and_nothing_else(int workers)
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        var calculator = new Springs();
        var campaign = new OctetCampaign(calculator, ledger, KnownWithout("LiCl", "SnC"));
        Assert.Equal(["LiCl rocksalt", "LiCl zincblende", "SnC rocksalt", "SnC zincblende"], campaign.Incomplete.Select(curve => curve.ToString()));
        var reports = new Reports();
        Assert.Empty(await campaign.RunAsync(new LocalQueue(workers), progress: reports));
        Assert.Empty(campaign.Incomplete);
        Assert.Equal(calculator.Calls, reports.Count);
        Assert.Equal(0, reports.Last!.Remaining);
        Assert.Equal(calculator.Calls, campaign.Results().Count());
        Assert.InRange(calculator.Calls, 20, 28);
    }

    [Fact]
    public async Task A_second_run_goes_on_from_the_ledger()
    {
        var calculator = new Springs { Patience = 7 };
        using (var ledger = CampaignLedger.Open(LedgerPath))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => new OctetCampaign(calculator, ledger, KnownWithout("LiCl", "SnC")).RunAsync(new LocalQueue(1), cancellation: calculator.Stop.Token));
        using (var ledger = CampaignLedger.Read(LedgerPath)) Assert.Equal(7, ledger.Status().Done);

        using var again = CampaignLedger.Open(LedgerPath);
        var second = new Springs();
        Assert.Empty(await new OctetCampaign(second, again, KnownWithout("LiCl", "SnC")).RunAsync());
        Assert.All(again.Entries, entry => Assert.Equal((TaskState.Done, 1), (entry.State, entry.Attempts)));
        Assert.Equal(again.Entries.Length - 7, second.Calls);
    }

    [Fact]
    public async Task Results_of_another_recipe_do_not_count()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        await new OctetCampaign(new Springs(), ledger, KnownWithout("LiCl")).RunAsync();
        var other = new OctetCampaign(new Springs { Recipe = "other" }, ledger, KnownWithout("LiCl"));
        Assert.Empty(other.Results());
        Assert.Equal(2, other.Incomplete.Count);
    }

    [Fact]
    public async Task A_failure_leaves_its_curve_and_the_next_run_tries_again()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        var failing = new Springs { Failing = crystal => crystal.Id!.Contains("LiCl-rocksalt") };
        var campaign = new OctetCampaign(failing, ledger, KnownWithout("LiCl", "SnC"));
        var failure = Assert.Single(await campaign.RunAsync());
        Assert.StartsWith("octet-LiCl-rocksalt-", failure.Name);
        Assert.Equal("LiCl rocksalt", Assert.Single(campaign.Incomplete).ToString());

        var mended = new OctetCampaign(new Springs(), ledger, KnownWithout("LiCl", "SnC"));
        Assert.Empty(await mended.RunAsync());
        Assert.Empty(mended.Incomplete);
    }

    [Fact]
    public async Task Without_the_program_it_stops_at_once()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        var calculator = new Springs { Failing = _ => true, Kind = FailureKind.NotInstalled };
        Assert.Equal(FailureKind.NotInstalled, Assert.Single(await new OctetCampaign(calculator, ledger, KnownWithout("LiCl", "SnC")).RunAsync(new LocalQueue(1))).Failure!.Kind);
        Assert.Equal(1, calculator.Calls);
        Assert.Equal(TaskState.Planned, Assert.Single(ledger.Entries).State);
    }

    [Fact]
    public async Task A_curve_without_minimum_is_given_up()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        var failure = Assert.Single(
            await new OctetCampaign(new Springs { Slope = crystal => crystal.Id!.Contains("LiCl-rocksalt") }, ledger, KnownWithout("LiCl")).RunAsync());
        Assert.Contains("20 points", failure.Failure!.Message);
    }

    [Fact]
    public async Task Without_known_points_each_curve_says_what_it_needs()
    {
        using var ledger = CampaignLedger.Open(LedgerPath);
        var failures = await new OctetCampaign(new Springs(), ledger, []).RunAsync();
        Assert.Equal(164, failures.Count);
        Assert.Contains("pass the shipped table", failures[0].Failure!.Message);
    }

    private static IEnumerable<(OctetPoint, double)> KnownWithout(params string[] compounds) =>
        from curve in PlannedCurve.All
        where !compounds.Contains(curve.Compound.ToString())
        from step in Enumerable.Range(-2, 5)
        let constant = Math.Round(Springs.Best(curve) * (1 + (0.03 * step)), 4)
        select (new OctetPoint(curve, constant), Springs.Energy(curve, constant));

    private sealed class Reports : IProgress<CampaignProgress>
    {
        public int Count { get; private set; }

        public CampaignProgress? Last { get; private set; }

        public void Report(CampaignProgress value) => (Count, Last) = (Count + 1, value);
    }

    /// <summary>A calculator whose energies are parabolas about sums of radii.</summary>
    private sealed class Springs : ICalculator
    {
        private int calls;

        public int Calls => calls;

        public int Patience { get; init; } = int.MaxValue;

        public string Recipe { get; init; } = "springs";

        public Func<Crystal, bool> Failing { get; init; } = _ => false;

        public Func<Crystal, bool> Slope { get; init; } = _ => false;

        public FailureKind Kind { get; init; } = FailureKind.NotConverged;

        public CancellationTokenSource Stop { get; } = new();

        public string Description => Recipe;

        public static double Best(PlannedCurve curve) =>
            3 + (curve.Compound.First[0] * 0.02) + (curve.Compound.Second[^1] * 0.01) + (curve.Prototype == Prototype.Rocksalt ? 0 : 0.4);

        public static double Energy(PlannedCurve curve, double constant) => Math.Pow(constant - Best(curve), 2) - 5;

        public string InputHash(CalculationTask task) => $"{Recipe} {task.Name}";

        public Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
        {
            var crystal = task.Crystal!;
            if (Interlocked.Increment(ref calls) > Patience) Stop.Cancel();
            cancellation.ThrowIfCancellationRequested();
            if (Failing(crystal)) return Task.FromResult(CalculationOutcome.Of(Kind, "as asked"));
            var point = OctetPoint.Parse(crystal.Id!)!;
            var energy = Slope(crystal) ? point.LatticeConstant : Energy(point.Curve, point.LatticeConstant);
            return Task.FromResult(CalculationOutcome.Of(new CalculationResult { Energy = energy, CoreSeconds = 0, Source = new(Recipe, "", "") }));
        }
    }
}
