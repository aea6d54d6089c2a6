using MatNotebooks.Models.Baselines;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training.Learning;

/// <summary>A ridge regression that has learned, one per target.</summary>
internal sealed class RidgePredictor(TargetMap map, IReadOnlyList<RidgeRegression> regressions) : IPredictor
{
    private const double UsualVolume = 20; // Å³ per atom; brings the powers of the volume near 1
    private const int Products = 2; // of the four statistics of a fact, mean and spread are multiplied with the volume

    public TargetMap Map => map;

    public IReadOnlyList<RidgeRegression> Regressions => regressions;

    public double[,] Predict(TrainingData data)
    {
        var predicted = new double[data.Count, regressions.Count];
        for (var row = 0; row < data.Count; row++)
        {
            var features = FeaturesOf(data.Samples[row]);
            double[] answers = [.. regressions.Select(regression => regression.Predict(features))];
            map.FromModel(data.Samples[row], answers);
            for (var target = 0; target < answers.Length; target++) predicted[row, target] = answers[target];
        }
        return predicted;
    }

    /// <summary>Statistics of the elements, powers of the volume per atom, their products, and the conditions.</summary>
    public static double[] FeaturesOf(Sample sample)
    {
        var statistics = ElementStatistics.Of([.. sample.Crystal.Sites.Select(site => site.Element.Number)]);
        var volume = sample.Crystal.Lattice.Volume / sample.Crystal.Sites.Length / UsualVolume;
        double[] powers = [Math.Log(volume), Math.Pow(volume, -2.0 / 3), Math.Pow(volume, -4.0 / 3), Math.Pow(volume, -2)];
        var products = powers.SelectMany(power => statistics.Where((_, place) => place % 4 < Products).Select(statistic => statistic * power));
        return [.. statistics, .. powers, .. products, .. sample.Conditions];
    }

    public void Dispose()
    {
    }
}
