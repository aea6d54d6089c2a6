using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Training.Search;

namespace MatNotebooks.Core.Tests.Training.Search;

/// <summary>The search of settings, on functions whose least value is known.</summary>
public sealed class SettingsSearchTests : IDisposable
{
    private static readonly Dimension[] Plane = [new("x", -5, 10), new("y", 0, 15)];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("matnb-search-");

    private string File => Path.Combine(folder.FullName, "trials.jsonl");

    [Fact]
    public void It_finds_the_least_value_of_Branins_function()
    {
        var found = new SettingsSearch(Plane, Whole(30)).Run(Branin);
        Assert.InRange(found.Best.Error, 0.397, 0.7); // the least is 0.397887; its mean over the plane is 54
        Assert.Equal(30, found.Trials.Count);
    }

    [Fact]
    public void It_beats_random_choices_on_nearly_every_seed()
    {
        var better = Enumerable.Range(0, 8).Count(seed =>
        {
            var options = Whole(22) with { Seed = seed };
            return new SettingsSearch(Plane, options).Run(Branin).Best.Error < new SettingsSearch(Plane, options with { Acquisition = null }).Run(Branin).Best.Error;
        });
        Assert.InRange(better, 7, 8);
    }

    [Fact]
    public void Halving_spends_less_and_finds_as_much()
    {
        var spent = 0;
        double Learning(IReadOnlyDictionary<string, double> at, int budget, CancellationToken stop)
        {
            Interlocked.Add(ref spent, budget);
            return Branin(at, budget, stop) + 1 + (40.0 / budget); // what every trial has still to learn
        }
        var halved = new SettingsSearch(Plane, new() { Trials = 30, Budget = 27 }).Run(Learning);
        Assert.InRange(halved.Best.Error, 0, 1 + (40.0 / 27) + 2.5);
        Assert.Equal(27, halved.Best.Budget);
        Assert.InRange(spent, 1, 30 * 27 * 2 / 3);
        Assert.Contains(halved.Trials, trial => trial.Budget == 3);
    }

    [Fact]
    public void A_search_that_was_killed_goes_on_and_ends_the_same()
    {
        var options = new TuningOptions { Trials = 14, Budget = 9, Rungs = 1, Workers = 3 };
        var whole = new SettingsSearch(Plane, options).Run(Branin);
        using var stop = new CancellationTokenSource();
        var done = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => new SettingsSearch(Plane, options).Run(
            (at, budget, cancel) =>
            {
                if (Interlocked.Increment(ref done) == 9) stop.Cancel();
                cancel.ThrowIfCancellationRequested();
                return Branin(at, budget, cancel);
            },
            new(File, "branin"), cancellation: stop.Token));
        System.IO.File.AppendAllText(File, "\n{\"Search\":\"branin\",\"Tri"); // a line that a kill cut short
        var again = 0;
        var resumed = new SettingsSearch(Plane, options).Run(
            (at, budget, cancel) =>
            {
                Interlocked.Increment(ref again);
                return Branin(at, budget, cancel);
            },
            new(File, "branin"));
        Assert.Equal(whole.Best.Number, resumed.Best.Number);
        Assert.Equal(whole.Trials.Select(trial => trial.Error), resumed.Trials.Select(trial => trial.Error));
        Assert.InRange(again, 1, whole.Trials.Sum(trial => trial.Results.Count) - 5);
    }

    [Fact]
    public void Trials_that_fail_count_as_the_worst_and_are_left_behind()
    {
        var found = new SettingsSearch(Plane, Whole(20)).Run((at, budget, stop) =>
            at["x"] > 5 ? throw new InvalidOperationException("the loss ran away") : at["y"] > 12 ? double.NaN : Branin(at, budget, stop));
        Assert.True(double.IsFinite(found.Best.Error));
        Assert.Contains(found.Trials, trial => double.IsInfinity(trial.Error));
        Assert.Contains("None of the 3 trials", Assert.Throws<ArgumentException>(() => new SettingsSearch(Plane, Whole(3)).Run((_, _, _) => double.NaN)).Message);
    }

    [Theory]
    [InlineData(DimensionScale.Linear, 2, 6, 4)]
    [InlineData(DimensionScale.Logarithmic, 1, 100, 10)]
    [InlineData(DimensionScale.Whole, 1, 3, 2)]
    [InlineData(DimensionScale.Doubling, 16, 64, 32)]
    public void Values_are_spread_as_the_scale_says(DimensionScale scale, double low, double high, double middle)
    {
        var dimension = new Dimension("one", low, high, scale);
        Assert.Equal((low, middle, high), (dimension.At(0), dimension.At(0.5), dimension.At(1)));
        foreach (var share in new[] { 0.1, 0.5, 0.9 }) Assert.Equal(dimension.At(share), dimension.At(dimension.ShareOf(dimension.At(share))), 1e-9);
    }

    [Fact]
    public void Settings_of_a_network_are_found_and_the_same_again_from_the_ledger()
    {
        StructureRecord[] records = [.. from cation in new[] { "Li", "Na", "K", "Mg" } from anion in new[] { "F", "Cl", "O" } from edge in new[] { 4.2, 4.8, 5.4 }
                                        select new StructureRecord($"{cation}{anion}{edge}", Prototypes.Rocksalt(cation, anion, edge), new Dictionary<string, JsonElement> { ["edge"] = JsonSerializer.SerializeToElement(edge) })];
        var options = new TuningOptions { Trials = 3, Spread = 2, Budget = 2, Rungs = 1, Halving = 2 };
        var found = PropertyTuning.Run(records, "edge", options, ledger: new(File, "edge"));
        Assert.Equal(PropertyTuning.Space.Select(dimension => dimension.Name).Order(StringComparer.Ordinal), found.Best.Settings.Keys);
        var again = PropertyTuning.Run(records, "edge", options, ledger: new(File, "edge"));
        Assert.Equal(found.Best.Error, again.Best.Error);
        Assert.Equal(2, found.Best.Budget);
    }

    [Fact]
    public void Bad_spaces_and_options_are_named()
    {
        Assert.Contains("no setting", Assert.Throws<ArgumentException>(() => new SettingsSearch([], new()).Run(Branin)).Message);
        Assert.Contains("x stands twice", Assert.Throws<ArgumentException>(() => new SettingsSearch([Plane[0], Plane[0]], new()).Run(Branin)).Message);
        Assert.Contains("both greater than 0", Assert.Throws<ArgumentException>(() => new SettingsSearch([new("rate", 0, 1, DimensionScale.Logarithmic)], new()).Run(Branin)).Message);
        Assert.Contains("both whole", Assert.Throws<ArgumentException>(() => new SettingsSearch([new("layers", 1.5, 3, DimensionScale.Whole)], new()).Run(Branin)).Message);
        Assert.Contains("Trials is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new TuningOptions { Trials = 0 }).Message);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static TuningOptions Whole(int trials) => new() { Trials = trials, Halving = 1, Workers = 1 };

    private static double Branin(IReadOnlyDictionary<string, double> at, int budget, CancellationToken stop)
    {
        var (x, y) = (at["x"], at["y"]);
        var first = y - (5.1 * x * x / (4 * Math.PI * Math.PI)) + (5 * x / Math.PI) - 6;
        return (first * first) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10;
    }
}
