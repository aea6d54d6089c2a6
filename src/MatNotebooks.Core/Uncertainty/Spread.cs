using MatNotebooks.Models;
using MatNotebooks.Models.Layers;
using MatNotebooks.Training;
using static TorchSharp.torch;

namespace MatNotebooks.Uncertainty;

/// <summary>Several answers to the same question, and how far they differ.</summary>
/// <param name="Mean">Mean of the answers | unit of the target, (crystals).</param>
/// <param name="Deviation">Their standard deviation, n − 1 in the denominator; 0 for one answer | unit of the target, (crystals).</param>
public sealed record Spread(double[] Mean, double[] Deviation)
{
    private const int BatchSize = 128;

    /// <summary>The answers of one or several predictors, and how sure they are by one of the ways.</summary>
    /// <param name="members">The predictors, at least one; for dropout and evidence, networks that were trained so.</param>
    /// <param name="data">The crystals.</param>
    /// <param name="source">The way.</param>
    /// <exception cref="ArgumentException">A predictor that cannot tell in this way.</exception>
    public static Spread Of(IReadOnlyList<IPredictor> members, TrainingData data, UncertaintySource source) => source switch
    {
        UncertaintySource.Dropout => Mixture([.. members.Select((member, place) => OfDropout(Network(member), data, seed: place))]),
        UncertaintySource.Evidential => Mixture([.. members.Select(member => OfEvidence(Network(member), data))]),
        _ => OfEnsemble(members, data),
    };

    /// <summary>The answers of networks that were trained from different seeds: a deep ensemble (Lakshminarayanan, Pritzel and Blundell, NIPS 2017).</summary>
    /// <param name="members">The networks, at least one.</param>
    /// <param name="data">The crystals.</param>
    /// <param name="target">Which target. The default is the first.</param>
    public static Spread OfEnsemble(IReadOnlyList<IPredictor> members, TrainingData data, int target = 0) =>
        OfAnswers([.. members.Select(member => Column(member.Predict(data), target))]);

    /// <summary>The answers of one network that goes on dropping values at random: Monte Carlo dropout (Gal and Ghahramani, ICML 2016).</summary>
    /// <param name="trained">The network; its dropout must be above 0.</param>
    /// <param name="data">The crystals.</param>
    /// <param name="passes">How many answers, at least 2. The default is 20.</param>
    /// <param name="seed">Seed of what is dropped. The default is 0.</param>
    /// <param name="target">Which target. The default is the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 passes.</exception>
    /// <exception cref="ArgumentException">A network without dropout.</exception>
    public static Spread OfDropout(TrainedModel trained, TrainingData data, int passes = 20, int seed = 0, int target = 0)
    {
        if (passes < 2) throw new ArgumentOutOfRangeException(nameof(passes), $"passes is {passes}; a spread needs at least 2.");
        if (!trained.Model.modules().OfType<SeededDropout>().Any(part => part.Drops))
            throw new ArgumentException($"{trained.Model.GetName()} drops nothing at random, so its answers do not differ; use {UncertaintySource.Ensemble} or {UncertaintySource.Evidential}.");
        trained.Model.Reseed(seed);
        return OfAnswers([.. Enumerable.Range(0, passes).Select(_ => Column(trained.PredictWith(data, Dropping), target))]);
    }

    /// <summary>
    /// What a network with an evidential head says of itself: the standard deviation of a new value, β/(α − 1) · (1 + 1/ν), which holds
    /// what the data scatter and what the network does not know.
    /// </summary>
    /// <param name="trained">The network; it must be an <see cref="EvidentialModel"/>.</param>
    /// <param name="data">The crystals.</param>
    /// <param name="target">Which target. The default is the first.</param>
    /// <exception cref="ArgumentException">Another network.</exception>
    public static Spread OfEvidence(TrainedModel trained, TrainingData data, int target = 0)
    {
        if (trained.Model is not EvidentialModel model)
            throw new ArgumentException($"{trained.Model.GetName()} has no evidential head; train it with {nameof(UncertaintySource)}.{nameof(UncertaintySource.Evidential)}.");
        var (mean, deviation) = (new double[data.Count], new double[data.Count]);
        model.eval();
        using var still = no_grad();
        for (var first = 0; first < data.Count; first += BatchSize)
        {
            using var scope = NewDisposeScope();
            var places = Enumerable.Range(first, Math.Min(BatchSize, data.Count - first)).ToArray();
            var rows = model.Evidence(trained.BatchOf(data, places)).to_type(ScalarType.Float64).cpu().data<double>().ToArray();
            for (var row = 0; row < places.Length; row++)
            {
                double Number(int which) => rows[(row * EvidentialModel.NumbersPerTarget * model.Targets) + (which * model.Targets) + target];
                var half = Math.Sqrt(Number(3) / (Number(2) - 1) * (1 + (1 / Number(1))));
                double Value(double answer)
                {
                    var answers = rows.AsSpan(row * EvidentialModel.NumbersPerTarget * model.Targets, model.Targets).ToArray();
                    answers[target] = answer;
                    trained.Targets.FromModel(data.Samples[places[row]], answers);
                    return answers[target];
                }

                // Half of the distance between the values one deviation up and down: the unit of the target, also on a logarithmic scale.
                (mean[places[row]], deviation[places[row]]) = (Value(Number(0)), Math.Abs(Value(Number(0) + half) - Value(Number(0) - half)) / 2);
            }
        }
        return new(mean, deviation);
    }

    private static TrainedModel Network(IPredictor member) => member as TrainedModel
        ?? throw new ArgumentException($"A {member.GetType().Name} is no network; its uncertainty is that of an ensemble.");

    // The variance of a mixture: the mean of the variances and the variance of the means.
    private static Spread Mixture(IReadOnlyList<Spread> parts)
    {
        if (parts.Count == 1) return parts[0];
        var means = OfAnswers([.. parts.Select(part => part.Mean)]);
        return means with
        {
            Deviation = [.. means.Deviation.Select((between, row) => Math.Sqrt((between * between) + parts.Average(part => part.Deviation[row] * part.Deviation[row])))],
        };
    }

    // Batch norm goes on with the means of training.
    private static void Dropping(nn.Module part)
    {
        if (part is SeededDropout) part.train();
    }

    private static double[] Column(double[,] answers, int target) => [.. Enumerable.Range(0, answers.GetLength(0)).Select(row => answers[row, target])];

    /// <summary>Mean and standard deviation of answers, (answers)(crystals).</summary>
    internal static Spread OfAnswers(IReadOnlyList<double[]> answers)
    {
        var rows = Enumerable.Range(0, answers[0].Length);
        double[] mean = [.. rows.Select(row => answers.Average(answer => answer[row]))];
        return new(mean, [.. rows.Select(row => Math.Sqrt(answers.Sum(answer => (answer[row] - mean[row]) * (answer[row] - mean[row])) / Math.Max(1, answers.Count - 1)))]);
    }
}
