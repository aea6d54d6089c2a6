using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Targets;
using MatNotebooks.Training.Validation;

namespace MatNotebooks.Training.Studies;

/// <summary>Energies of the octet table learned with whole compounds left out: lattice constant, bulk modulus and stable structure of compounds never seen.</summary>
public sealed class OctetStudy
{
    private readonly OctetDataset table;

    /// <summary>Makes the graphs of the table.</summary>
    public OctetStudy(OctetDataset table)
    {
        this.table = table;
        Data = TrainingData.Of(table.Records.Select(SampleOf), Neighbors);
    }

    /// <summary>Epochs networks are trained for where nothing else is asked.</summary>
    public const int Epochs = 100;

    /// <summary>Which atoms hear each other: all within 8 Å.</summary>
    public static GraphOptions Neighbors { get; } = new() { Cutoff = 8, MaxNeighbors = null };

    /// <summary>The table as learners read it: target, the energy per atom | eV/atom; group, the compound.</summary>
    public TrainingData Data { get; }

    /// <summary>GEM-PPM as the study trains it.</summary>
    public static ILearner GemPpm(int epochs = Epochs) => new NetworkLearner(
        "gem-ppm",
        (seed, _) => new GemPpmModel(new()
        {
            Width = 64,
            Layers = 2,
            LearnedElementWidth = 0,
            Distances = new ReducedDistances { Gaussians = 12 },
            Readout = new JointReadout(),
            Normalization = Normalization.None,
            Dropout = 0,
            Seed = seed,
        }),
        Recipe(epochs));

    /// <summary>The network that sees elements, their shares and the volume, not the arrangement.</summary>
    public static ILearner Composition(int epochs = Epochs) => new NetworkLearner(
        "composition",
        (seed, data) => new CompositionModel(new() { Conditions = data.Conditions, LearnedElementWidth = 0, Dropout = 0, Seed = seed }),
        Recipe(epochs));

    /// <summary>Ridge regression on statistics of the elements and the volume.</summary>
    public static ILearner Ridge() => new RidgeLearner { Targets = new ElementReferencedTargets() };

    /// <summary>Trains a learner with whole compounds left out and compares what it says of them.</summary>
    /// <param name="learner">What learns.</param>
    /// <param name="folds">How many folds, 2 to the number of compounds.</param>
    /// <param name="foldSeed">Seed of the division of the compounds.</param>
    /// <param name="seeds">Seeds each fold is trained from.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    public OctetOutcome LeaveCompoundsOut(
        ILearner learner, int folds, int foldSeed, IReadOnlyList<int> seeds, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var splits = GroupFolds.Of([.. Data.Samples.Select(sample => sample.Group)], folds, foldSeed, validation: 0);
        var curves = splits.Select(split => SeriesOf(split)).ToArray();
        var asked = curves.Select(AskedOf).ToArray();
        var validation = new CrossValidation(Data, splits) { Seeds = seeds, Asked = fold => asked[fold] };
        var predictions = validation.Run(learner, progress, cancellation);
        return new(
            Report(splits, curves, FoldPrediction.MeanOverSeeds(predictions)),
            [.. seeds.Select(seed => Report(splits, curves, [.. predictions.Where(prediction => prediction.Seed == seed)]))],
            TimeSpan.FromTicks(predictions.Sum(prediction => prediction.Duration.Ticks)));
    }

    private static TrainerOptions Recipe(int epochs) => new()
    {
        Epochs = epochs,
        BatchSize = 32,
        Optimizer = new AdamWOptimizer { LearningRate = 3e-3, WeightDecay = 1e-5 },
        Schedule = new OneCycle(),
        Stopping = new AllEpochs(),
        Targets = new ElementReferencedTargets(),
    };

    private static Sample SampleOf(OctetRecord row) => SampleOf(row.Id, row.Crystal, row.Compound, row.Energy);

    private static Sample SampleOf(string id, Crystal crystal, string compound, double energy) =>
        new(id, crystal, [energy / crystal.Sites.Length])
        {
            Group = compound,
            Conditions = [Math.Log(crystal.Lattice.Volume / crystal.Sites.Length)],
        };

    private OctetSeries[] SeriesOf(DataSplit split)
    {
        var compounds = split.Test.Select(row => table.Records[row].Compound).ToHashSet();
        return [.. table.Series.Where(series => compounds.Contains(series.Compound))];
    }

    private static TrainingData AskedOf(OctetSeries[] curves) => TrainingData.Of(
        from series in curves
        from latticeConstant in OctetCurve.LatticeConstantsOf(series)
        let sites = series.Records[0].Crystal.Sites
        select SampleOf(
            $"{series} {latticeConstant:f4}",
            series.Prototype.Primitive(sites[0].Element.Symbol, sites[1].Element.Symbol, latticeConstant),
            series.Compound,
            energy: 0),
        Neighbors);

    private OctetReport Report(IReadOnlyList<DataSplit> splits, OctetSeries[][] curves, IReadOnlyList<FoldPrediction> folds)
    {
        var predicted = new double[table.Records.Count];
        var judged = new List<OctetCurve>();
        foreach (var fold in folds)
        {
            for (var row = 0; row < splits[fold.Fold].Test.Length; row++)
                predicted[splits[fold.Fold].Test[row]] = 2 * fold.Test[row, 0];
            var next = 0;
            foreach (var series in curves[fold.Fold])
            {
                var latticeConstants = OctetCurve.LatticeConstantsOf(series);
                judged.Add(OctetCurve.Of(series, latticeConstants, [.. latticeConstants.Select(_ => 2 * fold.Asked[next++, 0])]));
            }
        }
        return new(table.Records, predicted, judged);
    }
}
