using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Graphs;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Targets;
using MatNotebooks.Training.Validation;

namespace MatNotebooks.Training.Studies;

/// <summary>Any number of a set of crystals learned with whole formulas left out: no formula is learned from and judged by.</summary>
public sealed class PropertyStudy
{
    /// <summary>Takes one number of each record as the target.</summary>
    /// <param name="records">The records.</param>
    /// <param name="target">Key of the number.</param>
    /// <exception cref="BadRecordException">A record whose target is no number.</exception>
    public PropertyStudy(IEnumerable<StructureRecord> records, string target) => Data = TrainingData.Of(
        records.Select(record => new Sample(record.Id, record.Crystal, [record.RequiredNumber(target)]) { Group = record.Crystal.Composition.ReducedFormula }),
        Neighbors);

    /// <summary>Which atoms hear each other: the nearest twelve within 8 Å.</summary>
    public static GraphOptions Neighbors { get; } = new() { Cutoff = 8, MaxNeighbors = 12 };

    /// <summary>The crystals; group, the reduced formula.</summary>
    public TrainingData Data { get; }

    /// <summary>The one protocol of all networks: AdamW with a one-cycle schedule.</summary>
    /// <param name="epochs">Passes over the training data, at least 1. The default is 100.</param>
    public static TrainerOptions Recipe(int epochs = 100) => new()
    {
        Epochs = epochs,
        Optimizer = new AdamWOptimizer { LearningRate = 3e-3, WeightDecay = 1e-5 },
        Schedule = new OneCycle(),
        Stopping = new AllEpochs(),
    };

    /// <summary>GEM-PPM with the default shape.</summary>
    public static ILearner GemPpm(int epochs = 100) => Learner("gem-ppm", epochs);

    /// <summary>The network that sees elements and their shares, not the arrangement.</summary>
    public static ILearner Composition(int epochs = 100) => Learner("composition", epochs);

    /// <summary>The names <see cref="Learner"/> knows.</summary>
    public static IReadOnlyList<string> Learners => LearnerCatalogue.Names;

    /// <summary>The learner of a name.</summary>
    /// <param name="name">One of <see cref="Learners"/>.</param>
    /// <param name="epochs">Passes over the training data; ridge regression and random forest have none. The default is 100.</param>
    /// <param name="targets">What is done to the targets. The default is mean 0 and standard deviation 1.</param>
    /// <exception cref="ArgumentException">There is no such learner.</exception>
    public static ILearner Learner(string name, int epochs = 100, TargetTransform? targets = null) =>
        LearnerCatalogue.Find(name, Recipe(epochs) with { Targets = targets ?? new StandardizedTargets() });

    /// <summary>Trains a learner on every fold and says what it predicts for the formulas each fold left out.</summary>
    /// <param name="data">The crystals.</param>
    /// <param name="splits">The folds; every crystal is judged in exactly one.</param>
    /// <param name="learner">What learns.</param>
    /// <param name="seeds">Seeds each fold is trained from; the answer is their mean.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Predicted values of the first target | its unit, (crystals).</returns>
    public static double[] Predict(
        TrainingData data, IReadOnlyList<DataSplit> splits, ILearner learner, IReadOnlyList<int> seeds, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var predicted = new double[data.Count];
        var folds = new CrossValidation(data, splits) { Seeds = seeds }.Run(learner, progress, cancellation);
        foreach (var fold in FoldPrediction.MeanOverSeeds(folds))
            for (var row = 0; row < splits[fold.Fold].Test.Length; row++)
                predicted[splits[fold.Fold].Test[row]] = fold.Test[row, 0];
        return predicted;
    }
}
