using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using TorchSharp;

namespace MatNotebooks.Bench.Processes;

/// <summary>One of several processes that train a network together; the first writes the course of the training as JSON.</summary>
internal static class PeerWorker
{
    /// <summary>How it is started.</summary>
    public const string Name = "peer-worker";

    private static readonly Argument<string> Meeting = new("meeting") { Description = "File at which the processes meet; 'alone' for one." };
    private static readonly Argument<int> Rank = new("rank");
    private static readonly Argument<int> Count = new("count");
    private static readonly Argument<string> Network = new("network") { Description = "cgcnn or gem-ppm." };
    private static readonly Argument<int> Crystals = new("crystals");
    private static readonly Argument<int> Epochs = new("epochs");
    private static readonly Option<int?> Dies = new("--dies-after") { Description = "Epochs after which the process ends itself without a word." };

    public static Command Create()
    {
        var command = new Command(Name, "One of several processes that train together.") { Meeting, Rank, Count, Network, Crystals, Epochs, Dies };
        command.Hidden = true;
        command.SetAction(Run);
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        var (rank, count) = (parsed.GetValue(Rank), parsed.GetValue(Count));
        torch.set_num_threads(1);
        if (count > 1) Peers.Join(parsed.GetValue(Meeting)!, rank, count);
        var course = Train(parsed.GetValue(Network)!, parsed.GetValue(Crystals), parsed.GetValue(Epochs), parsed.GetValue(Dies));
        if (rank == 0) Console.Out.WriteLine(JsonSerializer.Serialize(course));
        Peers.Leave();
    }

    /// <summary>Trains, with the processes this one joined or alone.</summary>
    /// <param name="network">cgcnn or gem-ppm.</param>
    /// <param name="crystals">How many it learns from.</param>
    /// <param name="epochs">How often.</param>
    /// <param name="dies">Epochs after which the process ends itself; null for never.</param>
    internal static IReadOnlyList<PeerEpoch> Train(string network, int crystals, int epochs, int? dies)
    {
        var data = Data(crystals);
        var held = data.At(Enumerable.Range(0, Math.Max(1, data.Count / 10)));
        using var model = Build(network);
        var recipe = new TrainerOptions { Epochs = epochs, BatchSize = 64, Loss = new SquaredLoss(), Stopping = new AllEpochs() };
        var course = new Course(dies);
        new Trainer(recipe).Fit(model, data, held, course);
        return course.Epochs;
    }

    private static PropertyModel Build(string network) => network switch
    {
        "cgcnn" => new CgcnnModel(new()),
        "gem-ppm" => new GemPpmModel(new() { Dropout = 0 }),
        _ => throw new ArgumentException($"There is no network '{network}'; there are cgcnn and gem-ppm."),
    };

    /// <summary>Rocksalt and zincblende compounds, some in larger cells, each in its own size; the target is a smooth function of the crystal.</summary>
    private static TrainingData Data(int crystals) => TrainingData.Of(Enumerable.Range(0, crystals).Select(place =>
    {
        string[] cations = ["Li", "Na", "K", "Mg", "Ca", "Zn"], anions = ["O", "S", "F", "Cl"];
        var random = new Random(place);
        var (cation, anion, size) = (cations[random.Next(cations.Length)], anions[random.Next(anions.Length)], 4 + random.NextDouble());
        var crystal = (place % 2 == 0 ? Prototype.Rocksalt : Prototype.Zincblende).Primitive(cation, anion, size).Supercell(1 + (place % 3), 1, 1);
        return new Sample(string.Create(CultureInfo.InvariantCulture, $"{cation}{anion}-{place}"), crystal, [Math.Sin(size) + (0.1 * crystal.Sites[0].Element.Number)]);
    }), new GraphOptions { Cutoff = 6, MaxNeighbors = 12 });

    /// <summary>Losses and times of the epochs; also the end of a process that is to die.</summary>
    private sealed class Course(int? dies) : IProgress<TrainingProgress>
    {
        public List<PeerEpoch> Epochs { get; } = [];

        public void Report(TrainingProgress value)
        {
            Epochs.Add(new(value.Epoch.TrainingLoss, value.Epoch.ValidationError, value.Elapsed.TotalSeconds));
            if (value.Epoch.Number == dies) Environment.Exit(42);
        }
    }
}
