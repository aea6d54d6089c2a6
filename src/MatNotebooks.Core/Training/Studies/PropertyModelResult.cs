using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Metrics;

namespace MatNotebooks.Training.Studies;

/// <summary>A learner that has learned one number of a set of crystals, judged by rows it never saw.</summary>
public sealed class PropertyModelResult : IDisposable
{
    private const int BootstrapSeed = 0;
    private readonly IPredictor predictor;

    private PropertyModelResult(IPredictor predictor, string learner, string target, int seed, DataSplit split, IReadOnlyList<EpochRecord> epochs, IReadOnlyList<PropertyPrediction> test)
    {
        (this.predictor, Learner, Target, Seed, Split, Epochs, Test) = (predictor, learner, target, seed, split, epochs, test);
        double[] predicted = [.. test.Select(row => row.Predicted)], actual = [.. test.Select(row => row.Actual!.Value)];
        Score = RegressionScore.Of(predicted, actual);
        MeanAbsoluteError = Confidence.Bootstrap(Regression.MeanAbsoluteError, predicted, actual, BootstrapSeed);
    }

    /// <summary>Name of the learner.</summary>
    public string Learner { get; }

    /// <summary>Key of what it predicts.</summary>
    public string Target { get; }

    /// <summary>Seed of the division and of the training.</summary>
    public int Seed { get; }

    /// <summary>Which rows trained, decided when to stop, and judged.</summary>
    public DataSplit Split { get; }

    /// <summary>The epochs of the training; empty for a learner that has none.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    /// <summary>What it says of the rows that judge it.</summary>
    public IReadOnlyList<PropertyPrediction> Test { get; }

    /// <summary>The usual measures over <see cref="Test"/>.</summary>
    public RegressionScore Score { get; }

    /// <summary>Mean absolute error over <see cref="Test"/> with its 95 % interval (bootstrap over rows) | unit of the target.</summary>
    public Interval MeanAbsoluteError { get; }

    /// <summary>Divides, learns and judges.</summary>
    /// <param name="records">The crystals; each must have the target.</param>
    /// <param name="target">Key of the number to learn.</param>
    /// <param name="learner">What learns.</param>
    /// <param name="split">Which rows do what; the default is whole formulas left out, a tenth to judge.</param>
    /// <param name="seed">Seed of everything random. The default is 0.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="BadRecordException">A record whose target is no number.</exception>
    public static PropertyModelResult Learn(
        IReadOnlyList<StructureRecord> records, string target, ILearner learner, DataSplit? split = null, int seed = 0,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        split ??= PropertySplit.Of(records, PropertySplit.Words[0], seed);
        var data = new PropertyStudy(records, target).Data;
        var epochs = new EpochList(progress);
        var (train, stop) = (data.At(split.Train), data.At(split.Validation));
        var predictor = learner.Learn(train, stop.Count > 0 ? stop : train, seed, epochs, cancellation);
        var answers = predictor.Predict(data.At(split.Test));
        var test = split.Test.Select((row, at) => new PropertyPrediction(records[row].Id, records[row].Formula, answers[at, 0], data.Samples[row].Targets[0]));
        return new(predictor, learner.Name, target, seed, split, epochs.All, [.. test]);
    }

    /// <summary>Predicts crystals.</summary>
    /// <param name="records">The crystals; those that have the target are compared with it.</param>
    public IReadOnlyList<PropertyPrediction> Predict(IReadOnlyList<StructureRecord> records)
    {
        var data = TrainingData.Of(records.Select(record => new Sample(record.Id, record.Crystal, [0])), PropertyStudy.Neighbors);
        var answers = predictor.Predict(data);
        return [.. records.Select((record, row) => new PropertyPrediction(record.Id, record.Formula, answers[row, 0], record.Number(Target)))];
    }

    /// <summary>"gem-ppm for gap_eV: mean absolute error 0.31 (0.28 to 0.34) on 120 crystals of formulas it never saw".</summary>
    public override string ToString() =>
        $"{Learner} for {Target}: mean absolute error {MeanAbsoluteError.Value:G3} ({MeanAbsoluteError.Lower:G3} to {MeanAbsoluteError.Upper:G3}) on {Test.Count} crystals it never saw";

    /// <inheritdoc/>
    public void Dispose() => predictor.Dispose();

    /// <summary>Keeps the epochs and passes them on.</summary>
    private sealed class EpochList(IProgress<TrainingProgress>? next) : IProgress<TrainingProgress>
    {
        private readonly List<EpochRecord> epochs = [];

        public IReadOnlyList<EpochRecord> All => [.. epochs];

        public void Report(TrainingProgress value)
        {
            epochs.Add(value.Epoch);
            next?.Report(value);
        }
    }
}
