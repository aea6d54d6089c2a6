using MatNotebooks.Models.Baselines;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training.Learning;

/// <summary>Random forests that have learned, one per target.</summary>
internal sealed class RandomForestPredictor(TargetMap map, IReadOnlyList<RandomForest> forests) : IPredictor
{
    public TargetMap Map => map;

    public IReadOnlyList<RandomForest> Forests => forests;

    public double[,] Predict(TrainingData data)
    {
        var predicted = new double[data.Count, forests.Count];
        Parallel.For(0, data.Count, row =>
        {
            var features = FeaturesOf(data.Samples[row]);
            double[] answers = [.. forests.Select(forest => forest.Predict(features))];
            map.FromModel(data.Samples[row], answers);
            for (var target = 0; target < answers.Length; target++) predicted[row, target] = answers[target];
        });
        return predicted;
    }

    /// <summary>Statistics of the elements, the logarithm of the volume per atom, and the conditions.</summary>
    public static double[] FeaturesOf(Sample sample) =>
    [
        .. ElementStatistics.Of([.. sample.Crystal.Sites.Select(site => site.Element.Number)]),
        Math.Log(sample.Crystal.Lattice.Volume / sample.Crystal.Sites.Length),
        .. sample.Conditions,
    ];

    public void Dispose()
    {
    }
}
