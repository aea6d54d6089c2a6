using MatNotebooks.Models.Layers;
using MatNotebooks.Training;
using static TorchSharp.torch;

namespace MatNotebooks.Uncertainty;

/// <summary>Several answers to the same question, and how far they differ.</summary>
/// <param name="Mean">Mean of the answers | unit of the target, (crystals).</param>
/// <param name="Deviation">Their standard deviation, n − 1 in the denominator; 0 for one answer | unit of the target, (crystals).</param>
public sealed record Spread(double[] Mean, double[] Deviation)
{
    /// <summary>The answers of networks that were trained from different seeds: a deep ensemble (Lakshminarayanan, Pritzel and Blundell, NIPS 2017).</summary>
    /// <param name="members">The networks, at least one.</param>
    /// <param name="data">The crystals.</param>
    /// <param name="target">Which target. The default is the first.</param>
    public static Spread OfEnsemble(IReadOnlyList<IPredictor> members, TrainingData data, int target = 0) =>
        Of([.. members.Select(member => Column(member.Predict(data), target))]);

    /// <summary>The answers of one network that goes on dropping values at random: Monte Carlo dropout (Gal and Ghahramani, ICML 2016).</summary>
    /// <param name="trained">The network; its dropout must be above 0.</param>
    /// <param name="data">The crystals.</param>
    /// <param name="passes">How many answers, at least 2. The default is 20.</param>
    /// <param name="seed">Seed of what is dropped. The default is 0.</param>
    /// <param name="target">Which target. The default is the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 passes.</exception>
    public static Spread OfDropout(TrainedModel trained, TrainingData data, int passes = 20, int seed = 0, int target = 0)
    {
        if (passes < 2) throw new ArgumentOutOfRangeException(nameof(passes), $"passes is {passes}; a spread needs at least 2.");
        trained.Model.Reseed(seed);
        return Of([.. Enumerable.Range(0, passes).Select(_ => Column(trained.PredictWith(data, Dropping), target))]);
    }

    // Batch norm goes on with the means of training.
    private static void Dropping(nn.Module part)
    {
        if (part is SeededDropout) part.train();
    }

    private static double[] Column(double[,] answers, int target) => [.. Enumerable.Range(0, answers.GetLength(0)).Select(row => answers[row, target])];

    private static Spread Of(IReadOnlyList<double[]> answers)
    {
        var rows = Enumerable.Range(0, answers[0].Length);
        double[] mean = [.. rows.Select(row => answers.Average(answer => answer[row]))];
        return new(mean, [.. rows.Select(row => Math.Sqrt(answers.Sum(answer => (answer[row] - mean[row]) * (answer[row] - mean[row])) / Math.Max(1, answers.Count - 1)))]);
    }
}
