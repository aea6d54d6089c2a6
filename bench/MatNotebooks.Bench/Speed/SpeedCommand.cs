using System.CommandLine;
using MatNotebooks.Bench.Graphs;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using Spectre.Console;

namespace MatNotebooks.Bench.Speed;

/// <summary>
/// <c>bench speed</c>: crystals of mp20_partial per second from CIF files to graphs, in training and in prediction, at CGCNN's own size
/// (64 features, 3 convolutions, 12 neighbours, batches of 256) and with the whole GEM-PPM; in turn with the published CGCNN code where
/// a checkout of it is given, as it is and without denormals.
/// </summary>
internal sealed class SpeedCommand
{
    private const string Target = "e_form_eV_atom";
    private const int WarmUp = 8, EpochsPerRound = 5;
    private static readonly GraphOptions Neighbors = new() { Cutoff = 8, MaxNeighbors = 12, Ties = TieRule.Cut };

    private readonly ResultTable table = new("speed");
    private readonly int threads = Environment.ProcessorCount;
    private readonly int rounds;
    private readonly StructureRecord[] records;
    private readonly Dictionary<string, List<double>> seconds = [];

    private SpeedCommand(int sample, int rounds)
    {
        if (sample < 512) throw new ArgumentException($"--sample is {sample}; it must be at least 512, two batches.");
        if (rounds < 1) throw new ArgumentException($"--rounds is {rounds}; it must be at least 1.");
        var all = StructureRecords.Read(DataFolders.ExternalFile("mp20_partial/mp20_partial.jsonl.gz")).ToArray();
        var stride = Math.Max(1, all.Length / sample);
        (this.rounds, records) = (rounds, [.. all.Where((_, place) => place % stride == 0).Take(sample)]);
    }

    public static Command Create()
    {
        var reference = new Option<string?>("--reference") { Description = "checkout of github.com/txie-93/cgcnn to time beside; none when left out" };
        var sample = new Option<int>("--sample") { Description = "crystals", DefaultValueFactory = _ => 1024 };
        var rounds = new Option<int>("--rounds") { Description = "timings to take the median of", DefaultValueFactory = _ => 5 };
        var command = new Command("speed", "Crystals per second in reading, training and prediction, beside the published CGCNN code.") { reference, sample, rounds };
        command.SetAction(parsed => new SpeedCommand(parsed.GetValue(sample), parsed.GetValue(rounds)).Run(parsed.GetValue(reference)));
        return command;
    }

    private void Run(string? checkout)
    {
        using var folder = new CgcnnFolder(records, Target, checkout);
        using var peer = checkout is null ? null : new CgcnnPeer(checkout, folder.Path, threads);
        AnsiConsole.MarkupLineInterpolated($"{records.Length:n0} crystals, {threads} threads each");
        var data = TrainingData.Of(records, Target, Neighbors);
        Featurise(folder, peer);
        using var trained = Train("train_cgcnn_size", new CgcnnModel(new()), data, peer);
        using var gem = Train("train_gem_ppm", new GemPpmModel(new()), data, null);
        Infer(trained, data, peer);
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    /// <summary>From files to neighbours and Gaussians, as the reference makes them; our networks make the Gaussians as they go.</summary>
    private void Featurise(CgcnnFolder folder, CgcnnPeer? peer)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var rate = Rates.Rate.Of(records.Length, warmUps: 2, rounds, () => Parallel.For(0, folder.Files.Count, parallel, place =>
            GC.KeepAlive(GaussianExpansion.Of(CrystalGraph.Of(Cif.Read(folder.Files[place]), Neighbors).Distances))));
        Ask(peer, "featurise"); // once: the reference keeps what it has read
        Put("featurise", [rate.Lowest, rate.Median, rate.Highest], "featurise", null);
    }

    private TrainedModel Train(string name, PropertyModel model, TrainingData data, CgcnnPeer? peer)
    {
        var clock = new EpochClock(data.Count, EpochsPerRound, WarmUp, () =>
        {
            Ask(peer, "train plain");
            Ask(peer, "train flushed");
        });
        var options = new TrainerOptions
        {
            Epochs = WarmUp + (rounds * EpochsPerRound), BatchSize = 256, Loss = new SquaredLoss(), Stopping = new AllEpochs(), Schedule = new ConstantRate(),
        };
        var result = new Trainer(options).Fit(model, data, data.At([0, 1]), clock);
        if (!(clock.Losses.Last < clock.Losses.First)) throw new InvalidOperationException($"{name} did not learn: its loss went from {clock.Losses.First} to {clock.Losses.Last}; nothing is written.");
        AnsiConsole.MarkupLineInterpolated($"{name}: mean squared error {clock.Losses.First:f3} to {clock.Losses.Last:f3} in {options.Epochs} epochs");
        Put(name, clock.Rates, "train plain", "train flushed");
        return result.Model;
    }

    private void Infer(TrainedModel trained, TrainingData data, CgcnnPeer? peer)
    {
        var rates = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            rates.Add(Rates.Rate.Of(data.Count * EpochsPerRound, warmUps: 1, repeats: 1, () =>
            {
                for (var pass = 0; pass < EpochsPerRound; pass++) GC.KeepAlive(trained.Predict(data));
            }).Median);
            Ask(peer, "infer plain");
            Ask(peer, "infer flushed");
        }
        Put("infer", rates, "infer plain", "infer flushed");
    }

    private void Ask(CgcnnPeer? peer, string work)
    {
        if (peer is null) return;
        var answer = peer.Do(work);
        if (answer.Loss is { } loss && !double.IsFinite(loss)) throw new InvalidOperationException($"The reference's '{work}' gives {loss}; nothing more is timed.");
        if (!seconds.TryGetValue(work, out var all)) seconds[work] = all = [];
        all.Add(answer.Seconds);
        AnsiConsole.MarkupLineInterpolated($"  reference {work}: {records.Length / answer.Seconds:n0}/s {answer.Loss:f4}");
    }

    private void Put(string name, IReadOnlyList<double> rates, string asPublished, string? flushed)
    {
        double[] sorted = [.. rates.Order()];
        var median = sorted[sorted.Length / 2];
        table.Report(new(name, "per_s", median, "1/s") { Lower = sorted[0], Upper = sorted[^1], Seeds = sorted.Length, Threads = threads });
        Compare(name, median, asPublished, "ratio_reference");
        if (flushed is not null) Compare(name, median, flushed, "ratio_reference_denormal_free");
    }

    private void Compare(string name, double rate, string work, string metric)
    {
        if (!seconds.TryGetValue(work, out var taken)) return;
        // The first time, in which the reference's own memory settles, counts only where there is no other.
        double[] theirs = [.. taken.Skip(taken.Count > 1 ? 1 : 0).Select(time => records.Length / time).Order()];
        table.Report(new($"reference {work}", "per_s", theirs[theirs.Length / 2], "1/s") { Lower = theirs[0], Upper = theirs[^1], Seeds = theirs.Length, Threads = threads });
        table.Report(new(name, metric, rate / theirs[theirs.Length / 2], "1") { Seeds = theirs.Length, Threads = threads });
    }
}
