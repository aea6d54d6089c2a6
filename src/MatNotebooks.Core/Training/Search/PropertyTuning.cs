using MatNotebooks.Datasets;
using MatNotebooks.Metrics;
using MatNotebooks.Models;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Training.Search;

/// <summary>Searches the settings under which GEM-PPM learns a property best. The crystals that judge are kept out of it.</summary>
public static class PropertyTuning
{
    /// <summary>What is searched by default: learning-rate, weight-decay, width, layers, dropout, batch-size and cutoff (Å).</summary>
    public static IReadOnlyList<Dimension> Space { get; } =
    [
        new("learning-rate", 3e-4, 1e-2, DimensionScale.Logarithmic),
        new("weight-decay", 1e-6, 1e-2, DimensionScale.Logarithmic),
        new("width", 16, 128, DimensionScale.Doubling),
        new("layers", 1, 4, DimensionScale.Whole),
        new("dropout", 0, 0.4),
        new("batch-size", 16, 128, DimensionScale.Doubling),
        new("cutoff", 4, 8),
    ];

    /// <summary>GEM-PPM under settings of <see cref="Space"/>; those that are not given are the defaults.</summary>
    /// <param name="settings">Values by name.</param>
    /// <param name="epochs">Passes over the training data.</param>
    public static NetworkLearner Learner(IReadOnlyDictionary<string, double> settings, int epochs)
    {
        double Value(string name, double usual) => settings.GetValueOrDefault(name, usual);
        var shape = new GemPpmOptions
        {
            Width = (int)Value("width", 64), Layers = (int)Value("layers", 3), Dropout = Value("dropout", 0.2),
            Distances = new AngstromDistances { Cutoff = Value("cutoff", PropertyStudy.Neighbors.Cutoff) },
        };
        return new(
            "gem-ppm",
            (seed, data) => new GemPpmModel(shape with { Targets = data.Targets, Conditions = data.Conditions, Seed = seed }),
            PropertyStudy.Recipe(epochs) with
            {
                BatchSize = (int)Value("batch-size", 64),
                Optimizer = new AdamWOptimizer { LearningRate = Value("learning-rate", 3e-3), WeightDecay = Value("weight-decay", 1e-5) },
            });
    }

    /// <summary>Searches; the error of a trial is the mean absolute error on the validation part of the division.</summary>
    /// <param name="records">The crystals; each must have the target.</param>
    /// <param name="target">Key of the number to learn.</param>
    /// <param name="options">How; the budget is epochs, the seed is that of the division and of the networks as well.</param>
    /// <param name="split">One of <see cref="PropertySplit.Words"/>. The default leaves whole formulas out.</param>
    /// <param name="ledger">Remembers finished trainings. The default is nobody.</param>
    /// <param name="progress">Told after every training. The default is nobody.</param>
    /// <param name="cancellation">Ends it; the ledger stays.</param>
    /// <exception cref="ArgumentException">Too few crystals to divide, or a split that there is not.</exception>
    public static TuningResult Run(
        IReadOnlyList<StructureRecord> records, string target, TuningOptions options, string split = "whole-compounds",
        TrialLedger? ledger = null, IProgress<Trial>? progress = null, CancellationToken cancellation = default)
    {
        var parts = PropertySplit.Of(records, split, options.Seed);
        if (parts.Validation.IsEmpty)
            throw new ArgumentException($"None of the {records.Count} crystals is left to choose settings by; give more, or another split.");
        var data = new PropertyStudy(records, target).Data;
        var (train, judge) = (data.At(parts.Train), data.At(parts.Validation));
        return new SettingsSearch(Space, options).Run(Evaluate, ledger, progress, cancellation);

        double Evaluate(IReadOnlyDictionary<string, double> settings, int epochs, CancellationToken stop)
        {
            using var trained = Learner(settings, epochs).Learn(train, judge, options.Seed, cancellation: stop);
            var answers = trained.Predict(judge);
            return Regression.MeanAbsoluteError([.. Enumerable.Range(0, judge.Count).Select(row => answers[row, 0])], judge.Values());
        }
    }
}
