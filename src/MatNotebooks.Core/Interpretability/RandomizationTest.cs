using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Interpretability;

/// <summary>
/// Whether explanations depend on what the network has learned: its weights are shuffled, part by part from the answer back to the
/// input, and the explanations compared with those of the trained network. One that stays the same explains the crystal and not the
/// network (Adebayo et al., Sanity Checks for Saliency Maps, NeurIPS 2018).
/// </summary>
/// <param name="Method">The explanation that was tested.</param>
/// <param name="Stages">How far shuffling has come, the last stage being the whole network.</param>
public sealed record RandomizationTest(string Method, IReadOnlyList<RandomizationStage> Stages)
{
    /// <summary>Tests a method on a network, whose weights are as before when it is done.</summary>
    /// <param name="method">The method.</param>
    /// <param name="trained">The network.</param>
    /// <param name="data">Crystals to explain, at least one; few dozens suffice.</param>
    /// <param name="seed">Seed of the shuffling. The default is 0.</param>
    /// <exception cref="ArgumentException">No crystal.</exception>
    public static RandomizationTest Of(AttributionMethod method, TrainedModel trained, TrainingData data, int seed = 0)
    {
        if (data.Count == 0) throw new ArgumentException("There is no crystal to explain; give at least one.");
        Attribution[] All() => [.. Enumerable.Range(0, data.Count).Select(row => method.Explain(trained, data, row))];
        var before = All();
        var random = new Random(seed);
        var stages = new List<RandomizationStage>();
        using var kept = new AveragedWeights(trained.Model);
        try
        {
            foreach (var part in PartsOf(trained.Model).Reverse())
            {
                foreach (var weights in part) Shuffle(weights, random);
                var (atoms, bonds) = Attribution.RankCorrelation(before, All());
                stages.Add(new(part.Key, atoms, bonds));
            }
        }
        finally
        {
            kept.Swap(trained.Model);
        }
        return new(before[0].Method, stages);
    }

    // "layers.0.own.weight" belongs to "layers.0": a list is shuffled one by one.
    private static IEnumerable<IGrouping<string, Tensor>> PartsOf(PropertyModel model) => model.named_parameters().GroupBy(
        named =>
        {
            var words = named.name.Split('.');
            return string.Join('.', words.Take(words.Length > 2 && int.TryParse(words[1], out _) ? 2 : 1));
        },
        named => (Tensor)named.parameter);

    private static void Shuffle(Tensor weights, Random random)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var order = Enumerable.Range(0, (int)weights.numel()).Select(place => (long)place).ToArray();
        random.Shuffle(order);
        weights.copy_(weights.reshape(-1).index_select(0, tensor(order, ScalarType.Int64, weights.device)).reshape(weights.shape));
    }
}
