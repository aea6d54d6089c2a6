using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Validation;

namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>
/// Whether intervals hold their promise: networks are trained on crystals drawn at random, and with a family of elements left out, and
/// judged on what they have not seen, by each way to tell a standard deviation.
/// </summary>
public sealed class CoverageStudy
{
    private readonly TrainingData data;
    private readonly CoverageOptions options;
    private readonly CoveragePart[] parts;
    private readonly TrainingDomain[] domains;

    /// <summary>Divides the crystals.</summary>
    /// <param name="data">The crystals, of one target.</param>
    /// <param name="options">How much is trained.</param>
    /// <exception cref="ArgumentException">Too few crystals.</exception>
    public CoverageStudy(TrainingData data, CoverageOptions options)
    {
        (this.data, this.options) = (data, options);
        parts = [.. Enumerable.Range(0, options.Draws).Select(draw => Random(draw)), .. ElementFamily.All.Select(LeaveOut)];
        domains = [.. parts.Select(part => TrainingDomain.Of([.. part.Train.Select(row => data.Samples[row].Crystal)]))];
    }

    /// <summary>How many networks are trained in all.</summary>
    public int Trainings => parts.Length * (options.Members + 1);

    /// <summary>Trains, or reads what was trained, and measures.</summary>
    /// <param name="network">What learns; its dropout must be above 0.</param>
    /// <param name="ledger">Remembers finished networks. The default is nobody.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    public IReadOnlyList<CoverageFigure> Run(
        NetworkLearner network, FoldLedger? ledger = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        DataSplit[] splits = [.. parts.Select(part => new DataSplit(part.Train, [], part.Away.Length > 0 ? part.Away : part.Home))];
        var validation = new CrossValidation(data, splits)
        {
            Workers = options.Workers, Ledger = ledger, Asked = place => data.At(parts[place].Away.Length > 0 ? parts[place].Home : []),
        };
        var networks = new CrossValidation(data, splits) { Seeds = [.. Enumerable.Range(0, options.Members)], Workers = options.Workers, Ledger = ledger, Asked = validation.Asked }
            .Run(new SpreadLearner(network, UncertaintySource.Ensemble, UncertaintySource.Dropout), progress, cancellation);
        var evidence = validation.Run(new SpreadLearner(network.Evidential(), UncertaintySource.Evidential), progress, cancellation);
        var (ensemble, dropout, evidential) = (Answers(networks, 0), Answers([.. networks.Where(one => one.Seed == 0)], 2), Answers(evidence, 0));
        return
        [
            .. new CoverageJudge("ensemble", data, options, ensemble).Figures(),
            .. new CoverageJudge("dropout", data, options, dropout).Figures(),
            .. new CoverageJudge("evidential", data, options, evidential).Figures(),
            .. new CoverageJudge("learned", data, options, [.. Enumerable.Range(0, parts.Length).Select(part => Learnable(part, ensemble[part], dropout[part], evidential[part]))]).Figures(),
            .. new DomainFlagJudge(data, domains, ensemble).Figures(),
        ];
    }

    private CoveragePart Random(int draw)
    {
        var order = new Shuffle(draw).Of(data.Count);
        return order.Length >= options.Train + options.HeldOut
            ? new(null, order[..options.Train], [.. order[options.Train..(options.Train + options.HeldOut)].Order()], [])
            : throw new ArgumentException($"There are {order.Length} crystals; training on {options.Train} and judging by {options.HeldOut} needs {options.Train + options.HeldOut}.");
    }

    private CoveragePart LeaveOut(ElementFamily family)
    {
        var order = new Shuffle(0).Of(data.Count);
        int[] without = [.. order.Where(row => !family.IsIn(data.Samples[row].Crystal.Composition))];
        int[] with = [.. order.Where(row => family.IsIn(data.Samples[row].Crystal.Composition)).Take(options.Away)];
        var train = Math.Min(options.Train, without.Length - options.Home);
        return train > 0 && with.Length > 0
            ? new(family, without[..train], without[train..(train + options.Home)], [.. with.Order()])
            : throw new ArgumentException($"{with.Length} crystals hold {family.Name} and {without.Length} do not; too few to leave them out.");
    }

    // A column of the table holds predictions, the next their deviations; several networks of a part are an ensemble.
    private CoverageAnswers[] Answers(IReadOnlyList<FoldPrediction> predictions, int column) =>
        [.. predictions.GroupBy(one => one.Fold).OrderBy(fold => fold.Key).Select(fold =>
        {
            var part = parts[fold.Key];
            var (test, asked) = (fold.Select(one => one.Test).ToArray(), fold.Select(one => one.Asked).ToArray());
            return part.Away.Length > 0
                ? new CoverageAnswers(part.Family, Of(part.Home, asked, column), Of(part.Away, test, column))
                : new CoverageAnswers(null, Of(part.Home, test, column), null);
        })];

    private CoverageAnswers Learnable(int part, CoverageAnswers ensemble, CoverageAnswers dropout, CoverageAnswers evidential) => ensemble with
    {
        Home = ensemble.Home with { Features = Features(part, ensemble.Home, dropout.Home, evidential.Home) },
        Away = ensemble.Away is null ? null : ensemble.Away with { Features = Features(part, ensemble.Away, dropout.Away!, evidential.Away!) },
    };

    // The ensemble's mean is what errs; all else are hints at how much.
    private double[][] Features(int part, HeldOut ensemble, HeldOut dropout, HeldOut evidential) =>
        [.. Enumerable.Range(0, ensemble.Count).AsParallel().AsOrdered().Select(row =>
        {
            var crystal = data.Samples[ensemble.Rows[row]].Crystal;
            return (double[])
            [
                Size(ensemble, row), Size(dropout, row), Size(evidential, row),
                Math.Abs(ensemble.Spread.Mean[row] - dropout.Spread.Mean[row]), Math.Abs(ensemble.Spread.Mean[row] - evidential.Spread.Mean[row]),
                ensemble.Spread.Mean[row], domains[part].Distance(crystal), crystal.Sites.Length, .. TrainingDomain.Describe(crystal),
            ];
        })];

    private static double Size(HeldOut said, int row) => Math.Log(Math.Max(1e-9, said.Spread.Deviation[row]));

    private HeldOut Of(int[] rows, double[][,] tables, int column)
    {
        double[] Column(double[,] table, int place) => [.. Enumerable.Range(0, table.GetLength(0)).Select(row => table[row, place])];
        var spread = tables.Length == 1
            ? new Spread(Column(tables[0], column), Column(tables[0], column + 1))
            : Spread.OfAnswers([.. tables.Select(table => Column(table, column))]);
        return new(rows, [.. rows.Select(row => data.Samples[row].Targets[0])], spread);
    }
}
