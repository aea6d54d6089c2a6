using System.Text.Json;
using MatNotebooks.Frameworks.Arem.Running.Pools;
using MatNotebooks.Frameworks.Arem.Running.Work;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Files;
using MatNotebooks.Training.Optimization;

namespace MatNotebooks.Frameworks.Arem.Running.Models;

/// <summary>GEM-PPM networks on structures, each as a text that any worker can go on with; their spread tells how sure they are.</summary>
internal static class NetworkModel
{
    private const string Name = "member";
    private const double LeastSpread = 0.3; // of the labels' deviation: two networks agree by chance

    private static readonly GraphOptions Neighbors = new() { Cutoff = 5 };

    /// <summary>Trains a network on the margins of candidates.</summary>
    public static string Train(ICandidatePool pool, TaskRequest request, CancellationToken cancellation)
    {
        var data = Data(pool, request.Candidates, request.Scores);
        var network = new GemPpmModel(new() { Width = 32, Layers = 2, Dropout = 0, Normalization = Normalization.None, Readout = new JointReadout(), Seed = request.Seed });
        var recipe = new TrainerOptions
        {
            Epochs = request.Epochs, BatchSize = 32, Seed = request.Seed,
            Optimizer = new AdamWOptimizer { LearningRate = 5e-3, WeightDecay = 1e-5 }, Schedule = new OneCycle(), Stopping = new AllEpochs(),
        };
        using var trained = new Trainer(recipe).Fit(network, data, data, null, cancellation).Model;
        var mean = request.Scores.Average();
        var spread = Math.Sqrt(request.Scores.Average(score => (score - mean) * (score - mean)));
        return JsonSerializer.Serialize(new Kept(PredictorFile.Entries(Name, trained).ToDictionary(entry => entry.Key, entry => entry.Value), spread));
    }

    /// <summary>What networks believe of candidates together.</summary>
    public static TaskAnswer Ask(ICandidatePool pool, TaskRequest request)
    {
        var data = Data(pool, request.Candidates, null);
        var kept = request.Models.Select(model => JsonSerializer.Deserialize<Kept>(model) ?? throw new InvalidDataException("The model is empty.")).ToArray();
        var answers = kept.Select(one =>
        {
            using var network = PredictorFile.Read(one.Entries, Name);
            return network.Predict(data);
        }).ToArray();
        double[] means = [.. Enumerable.Range(0, data.Count).Select(row => answers.Average(answer => answer[row, 0]))];
        return new()
        {
            Means = means,
            Deviations = [.. means.Select((mean, row) => Math.Sqrt(
                answers.Sum(answer => (answer[row, 0] - mean) * (answer[row, 0] - mean)) / Math.Max(1, answers.Length - 1) + Math.Pow(LeastSpread * kept[0].Spread, 2)))],
        };
    }

    private static TrainingData Data(ICandidatePool pool, int[] candidates, double[]? scores) => TrainingData.Of(
        candidates.Select((candidate, row) => new Sample(pool.NameOf(candidate), pool.StructureOf(candidate), scores is null ? [] : [scores[row]])), Neighbors);

    private sealed record Kept(Dictionary<string, byte[]> Entries, double Spread);
}
