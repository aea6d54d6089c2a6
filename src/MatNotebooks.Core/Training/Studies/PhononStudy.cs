using MatNotebooks.Datasets.Sources;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training.Studies;

/// <summary>Matbench's task of phonons: the last peak of the phonon density of states, on the official folds.</summary>
/// <remarks>
/// The settings were chosen by cross-validation inside the training rows of the first fold; no test row of the fold that judges was
/// looked at. Schedules end at rest, so that no validation rows are needed and all four other folds are learned from.
/// </remarks>
public sealed class PhononStudy
{
    private PhononStudy(TrainingData data, IReadOnlyList<DataSplit> folds) => (Data, Folds) = (data, folds);

    /// <summary>Which atoms hear each other: all within 4.5 Å.</summary>
    public static GraphOptions Neighbors { get; } = new() { Cutoff = 4.5, MaxNeighbors = null };

    /// <summary>The shape of GEM-PPM.</summary>
    public static GemPpmOptions Shape { get; } = new()
    {
        Width = 64,
        Layers = 3,
        LearnedElementWidth = 16,
        Distances = new ReducedDistances { Cutoff = Neighbors.Cutoff },
        Readout = new AttentionReadout(),
        Dropout = 0.1,
    };

    /// <summary>How networks are trained.</summary>
    public static TrainerOptions Recipe { get; } = new()
    {
        Epochs = 150,
        BatchSize = 32,
        Optimizer = new AdamWOptimizer { LearningRate = 2e-3, WeightDecay = 1e-2 },
        Schedule = new OneCycle(),
        Stopping = new AllEpochs(),
        Targets = new LogarithmicTargets(),
    };

    /// <summary>The 1265 crystals; target, the last peak | 1/cm.</summary>
    public TrainingData Data { get; }

    /// <summary>The official folds, none of the training rows kept back.</summary>
    public IReadOnlyList<DataSplit> Folds { get; }

    /// <summary>Reads the set and makes its graphs.</summary>
    /// <exception cref="FileNotFoundException">The set is not on this machine.</exception>
    public static PhononStudy Load()
    {
        var records = MatbenchPhonons.Read();
        return new(TrainingData.Of(records, MatbenchPhonons.Target.Name, Neighbors), MatbenchPhonons.Folds(records, seed: 0, validation: 0));
    }

    /// <summary>GEM-PPM.</summary>
    public static ILearner GemPpm() => new NetworkLearner("gem-ppm", (seed, _) => new GemPpmModel(Shape with { Seed = seed }), Recipe);

    /// <summary>The network that sees elements and their shares, not the arrangement.</summary>
    public static ILearner Composition() => new NetworkLearner("composition", (seed, _) => new CompositionModel(new() { Seed = seed }), Recipe);

    /// <summary>Ridge regression on statistics of the elements and the volume.</summary>
    public static ILearner Ridge() => new RidgeLearner { Targets = new LogarithmicTargets() };
}
