using System.CommandLine;
using System.Diagnostics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Targets;
using Spectre.Console;

namespace MatNotebooks.Bench.Tables;

/// <summary>
/// <c>bench table1</c>: what GEM-PPM costs on 10,000 to 500,000 crystals. Graphs are made ahead, a few thousand at a time, into a file, and
/// read from it batch by batch, so that memory does not grow with the crystals.
/// </summary>
internal sealed class CostCommand
{
    private const int WarmUp = 2000, Kept = 256, LatencyRuns = 500;
    private static readonly int[] Sizes = [10_000, 50_000, 100_000, 500_000];

    private readonly ResultTable table;
    private readonly string folder = Path.Combine(DataFolders.Repository, "out", "tables");
    private readonly Sample[] real = [.. DatasetCatalogue.Find("mp20_partial").ReadStructures().Select(record => new Sample(record.Id, record.Crystal, [record.RequiredNumber("e_form_eV_atom")]))];

    private CostCommand(bool isTrial)
    {
        Directory.CreateDirectory(folder);
        table = isTrial ? new("table1", Path.Combine(folder, "table1.csv")) : new("table1");
    }

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var sizes = new Option<int[]>("--sizes") { Description = "how many crystals, several times over", DefaultValueFactory = _ => Sizes, AllowMultipleArgumentsPerToken = true };
        var preset = new Option<string>("--preset") { Description = "quick (2000 crystals), cpu or gpu: the committed sizes, where this machine computes", DefaultValueFactory = _ => TaskPreset.Cpu.Name };
        preset.AcceptOnlyFromAmong(TaskPreset.Quick.Name, TaskPreset.Cpu.Name, TaskPreset.Gpu.Name);
        sizes.Validators.Add(given =>
        {
            foreach (var size in (given.GetValueOrDefault<int[]>() ?? []).Where(size => size < WarmUp)) given.AddError($"--sizes has {size}; at least {WarmUp} crystals are needed for a time that means something.");
        });
        var command = new Command("table1", "Seconds per epoch, crystals per second, memory and latency of GEM-PPM on up to 500,000 crystals.") { sizes, preset };
        command.SetAction(parsed =>
        {
            var quick = parsed.GetValue(preset) == TaskPreset.Quick.Name;
            var cost = new CostCommand(quick);
            foreach (var size in quick ? [WarmUp] : parsed.GetValue(sizes)!) cost.Measure(size, parsed.GetValue(preset) == TaskPreset.Gpu.Name ? TaskPreset.Gpu.Suffix : "");
            AnsiConsole.MarkupLineInterpolated($"written to {cost.table.FilePath}");
        });
        return command;
    }

    private void Measure(int size, string suffix)
    {
        var samples = new StrainedSamples(real, size);
        var path = Path.Combine(folder, $"graphs-{size}.bin");
        PeakMemory.Begin();
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var graphs = GraphStore.Write(path, samples.Select(sample => sample.Crystal), TaskRecipes.Neighbors);
            Put("featurised_per_s", size / Stopwatch.GetElapsedTime(began).TotalSeconds, "1/s");
            Put("graphs_on_disk", new FileInfo(path).Length / 1048576.0, "MiB");
            var data = TrainingData.WithGraphs(samples, graphs);
            Train(data.At(Enumerable.Range(0, WarmUp))).Model.Dispose();
            using var trained = Train(data);
            Put("seconds_per_epoch", trained.Seconds, "s");
            Put("samples_per_s", size / trained.Seconds, "1/s");
            Put("peak_memory", PeakMemory.Read(), "MiB");
            Put("latency_median", Latency(trained.Model), "ms");
        }
        finally
        {
            File.Delete(path);
        }

        void Put(string metric, double value, string unit) => table.Report(new($"mp20_partial/{size}/gem-ppm{suffix}", metric, value, unit) { Threads = Environment.ProcessorCount });
    }

    /// <summary>One epoch; its seconds do not count what is done once for a training.</summary>
    private static Epoch Train(TrainingData data)
    {
        var clock = new EpochClock();
        var recipe = TaskRecipes.Network(1, 128, new StandardizedTargets());
        var result = new Trainer(recipe).Fit(new GemPpmModel(TaskRecipes.Shape), data, data.At(Enumerable.Range(0, Kept)), clock);
        return new(result.Model, clock.Seconds);
    }

    /// <summary>From a structure to its prediction, one at a time | ms.</summary>
    private double Latency(TrainedModel model)
    {
        var times = new List<double>();
        foreach (var sample in real.Take(LatencyRuns))
        {
            var began = Stopwatch.GetTimestamp();
            model.Predict(TrainingData.Of([sample], TaskRecipes.Neighbors));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        return times[times.Count / 2];
    }

    private sealed record Epoch(TrainedModel Model, double Seconds) : IDisposable
    {
        public void Dispose() => Model.Dispose();
    }

    private sealed class EpochClock : IProgress<TrainingProgress>
    {
        public double Seconds { get; private set; }

        public void Report(TrainingProgress value) => Seconds = value.Elapsed.TotalSeconds;
    }
}
