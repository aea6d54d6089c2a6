using MatNotebooks.Bench.Results;
using MatNotebooks.Bench.Tables;
using MatNotebooks.Core.Tests.Training;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Metrics;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;

namespace MatNotebooks.Core.Tests.Bench;

/// <summary>The runner of the tables on a task of two dozen crystals.</summary>
public sealed class TableRunnerTests : IDisposable
{
    private static readonly TrainingData Data = SmallData.Of(24);
    private static readonly IReadOnlyList<DataSplit> Folds = KFolds.Of(24, 3, seed: 1, validation: 0);

    private static readonly TableTask Task = new()
    {
        Name = "small",
        Dataset = "rocksalt",
        Targets = [new("lattice_constant", "Å")],
        Division = "three folds",
        Read = () => new(Data.Samples, Folds),
        Shape = new() { Width = 4, Layers = 1 },
        Recipe = TaskRecipes.Network(2, 8, new MatNotebooks.Training.Targets.StandardizedTargets()),
        Published = [new("lattice_constant", "somebody", 0.25, "a paper")],
    };

    private readonly string folder = Directory.CreateTempSubdirectory("matnb-tables-").FullName;

    private string Rows => Path.Combine(folder, "table.csv");

    private string Ledger => Path.Combine(folder, "small.folds.jsonl");

    [Fact]
    public void A_row_says_the_mean_over_folds_with_its_interval()
    {
        Run(TaskPreset.Cpu, ["ridge"]);
        double[] errors = [.. Folds.Select(fold => Regression.MeanAbsoluteError(
            [.. new RidgeLearner().Learn(Data.At(fold.Train), Data, 0).Predict(Data.At(fold.Test)).Cast<double>()], Data.At(fold.Test).Values()))];
        var expected = Confidence.OfMean(errors);
        var row = Row("rocksalt/lattice_constant/ridge", "mae");
        Assert.Equal(expected.Value, double.Parse(row[3]), 1e-5);
        Assert.Equal("Å", row[4]);
        Assert.Equal(expected.Lower, double.Parse(row[5]), 1e-5);
        Assert.Equal(expected.Upper, double.Parse(row[6]), 1e-5);
        Assert.Equal("3", row[7]);
        Assert.Equal("1", Row("rocksalt/lattice_constant/ridge", "r2")[4]);
        Assert.Equal("0.25", Row("rocksalt/lattice_constant/somebody", "published_mae")[3]);
        Assert.Equal("a paper", Row("rocksalt/lattice_constant/somebody", "published_mae")[9]);
    }

    [Fact]
    public void A_killed_run_goes_on_and_gives_what_an_uninterrupted_one_gives()
    {
        Run(TaskPreset.Cpu with { Folds = 1, Seeds = 2 }, ["gem-ppm"]);
        var first = File.ReadAllLines(Ledger);
        Assert.Equal(2, first.Length);
        File.AppendAllText(Ledger, "\n{\"Settings\":\"gem-p"); // a line that a kill cut short
        Run(TaskPreset.Cpu with { Seeds = 2 }, ["gem-ppm"], commit: "later");
        var whole = File.ReadAllLines(Ledger);
        Assert.Equal(first, whole[..2]);
        Assert.Equal(2 + 1 + 4, whole.Length);
        var row = Row("rocksalt/lattice_constant/gem-ppm", "mae");
        Assert.Equal(("6", "first+later"), (row[7], row[10]));
        File.Delete(Ledger);
        File.Delete(Rows);
        Run(TaskPreset.Cpu with { Seeds = 2 }, ["gem-ppm"]);
        Assert.Equal(row[..9], Row("rocksalt/lattice_constant/gem-ppm", "mae")[..9]);
    }

    [Fact]
    public void A_quick_row_says_that_it_is_one_and_what_it_learned_from()
    {
        Run(TaskPreset.Quick with { TrainingRows = 8 }, ["gem-ppm"]);
        Assert.Equal("8", Row("rocksalt/training/gem-ppm@quick", "rows")[3]);
        Assert.Equal("2", Row("rocksalt/training/gem-ppm@quick", "epochs")[3]);
        Assert.NotEmpty(Row("rocksalt/lattice_constant/gem-ppm@quick", "mae")[5]); // of one fold, by bootstrap
    }

    [Fact]
    public void Every_ablation_trains_and_is_kept_apart()
    {
        Run(TaskPreset.Quick, [.. Ablation.All.Select(ablation => ablation.Model)]);
        Assert.Equal(Ablation.All.Count, File.ReadAllLines(Ledger).Length);
        Assert.Equal(Ablation.All.Count, File.ReadLines(Rows).Count(line => line.Contains(",rmse,", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_unknown_model_is_named_with_those_there_are() =>
        Assert.Contains("no model 'gemppm'; there are gem-ppm, cgcnn", Assert.Throws<ArgumentException>(() => Run(TaskPreset.Quick, ["gemppm"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_say_only_what_differs_from_the_defaults()
    {
        Assert.Equal("GemPpmOptions {  }", SettingsText.Of(new GemPpmOptions()));
        Assert.Equal(
            "GemPpmOptions { Distances = ReducedDistances { Cutoff = 4.5 }, Readout = AttentionReadout {  }, Width = 32 }",
            SettingsText.Of(new GemPpmOptions { Width = 32, Readout = new AttentionReadout(), Distances = new ReducedDistances { Cutoff = 4.5 } }));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Run(TaskPreset preset, string[] models, string commit = "first") =>
        new TableRunner(new ResultTable("table", Rows, new("machine", commit)), folder, preset) { Workers = 2 }.Run(Task, models);

    private string[] Row(string name, string metric) =>
        File.ReadLines(Rows).Select(line => line.Split(',')).Single(cells => cells[1] == name && cells[2] == metric);
}
