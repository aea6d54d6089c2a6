using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Search;
using MatNotebooks.Training.Studies;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// A model of one property that says how sure it is: predictions with intervals that hold their promise on crystals like those it was
/// trained on, and a word where a crystal is not like those. Kept in one file (<see cref="ModelFile"/>).
/// </summary>
public sealed class CalibratedModel : IDisposable
{
    /// <summary>How much wider an interval is outside the domain: a warning and no promise.</summary>
    private const double OutsideFactor = 2;

    internal CalibratedModel(IReadOnlyList<IPredictor> members, ModelFacts facts) => (Members, Facts) = (members, facts);

    /// <summary>What is known of the model beside its weights.</summary>
    public ModelFacts Facts { get; }

    /// <summary>The networks, at least one; the prediction is their mean.</summary>
    public IReadOnlyList<IPredictor> Members { get; }

    /// <summary>Divides records, trains, calibrates on the validation part and judges on the test part.</summary>
    /// <param name="records">The crystals; each must have the target.</param>
    /// <param name="target">Key of the number to learn.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="recipe">How.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends it; checkpoints stay.</param>
    /// <exception cref="BadRecordException">A record whose target is no number.</exception>
    /// <exception cref="ArgumentException">Too few records for the division or the coverage, or an unknown learner or split; the message says what is needed.</exception>
    public static CalibratedModel Learn(
        IReadOnlyList<StructureRecord> records, string target, string unit, CalibratedRecipe recipe,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var split = SplitOf(records, recipe);
        var data = new PropertyStudy(records, target).Data;
        var (train, calibration) = (data.At(split.Train), data.At(split.Validation));
        var members = MembersOf(recipe, TargetTransform.ForUnit(unit), train, calibration, progress, cancellation);
        var facts = new ModelFacts
        {
            Learner = recipe.Learner, Target = target, Unit = unit, Seed = recipe.Seed, Source = recipe.Source, Split = recipe.Split,
            Trained = train.Count, Calibrated = calibration.Count,
            Intervals = Calibrate(Spread.Of(members, calibration, recipe.Source), calibration.Values(), recipe),
            Domain = TrainingDomain.Of([.. train.Samples.Select(sample => sample.Crystal)]),
        };
        var judged = new CalibratedModel(members, facts).Predict([.. split.Test.Select(row => records[row])]);
        return new(members, facts with { Judged = Judgement.Of(judged) });
    }

    /// <summary>Predicts crystals.</summary>
    /// <param name="records">The crystals; those that have the target are compared with it.</param>
    public IReadOnlyList<CalibratedPrediction> Predict(IReadOnlyList<StructureRecord> records)
    {
        if (records.Count == 0) return [];
        var data = TrainingData.Of(records.Select(record => new Sample(record.Id, record.Crystal, [0])), PropertyStudy.Neighbors);
        var spread = Spread.Of(Members, data, Facts.Source);
        return [.. records.Select((record, row) => One(record, spread.Mean[row], spread.Deviation[row]))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var member in Members) member.Dispose();
    }

    /// <summary>Divides records, so that enough are left to calibrate with.</summary>
    /// <exception cref="ArgumentException">Too few are.</exception>
    internal static DataSplit SplitOf(IReadOnlyList<StructureRecord> records, CalibratedRecipe recipe)
    {
        if (records.CountBy(record => record.Id).FirstOrDefault(id => id.Value > 1) is { Key: { } twice, Value: var times })
            throw new ArgumentException($"{times} crystals have the id '{twice}'; ids must differ, or what a model learned from may judge it. Rename them, or leave the copies out.");
        var split = PropertySplit.Of(records, recipe.Split, recipe.Seed);
        return split.Validation.Length >= ConformalIntervals.Least(recipe.Coverage)
            ? split
            : throw new ArgumentException(
                $"{split.Validation.Length} of the {records.Count} crystals are left to calibrate intervals with; {recipe.Coverage:P0} coverage needs at least {ConformalIntervals.Least(recipe.Coverage)}. Give more crystals, or ask for less coverage.");
    }

    private CalibratedPrediction One(StructureRecord record, double predicted, double deviation)
    {
        var outside = Facts.Domain.Objection(record.Crystal);
        var half = Facts.Intervals.HalfWidth(deviation, record.Formula) * (outside is null ? 1 : OutsideFactor);
        return new(record.Id, record.Formula, predicted, predicted - half, predicted + half, deviation, outside, record.Number(Facts.Target));
    }

    private static ConformalIntervals Calibrate(Spread spread, double[] actual, CalibratedRecipe recipe)
    {
        double[] errors = [.. spread.Mean.Zip(actual, (predicted, value) => predicted - value)];
        var spreads = spread.Deviation.Count(deviation => deviation > 0) > errors.Length / 2;
        return spreads
            ? NormalizedConformal.Fit(errors, spread.Deviation, recipe.Coverage)
            : SplitConformal.Fit(errors, recipe.Coverage);
    }

    /// <summary>Trains the networks of an ensemble, from a checkpoint where there is one.</summary>
    internal static IPredictor[] MembersOf(
        CalibratedRecipe recipe, TargetTransform targets, TrainingData train, TrainingData calibration, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        if (recipe.Checkpoints is { } folder) Directory.CreateDirectory(folder);
        return [.. Enumerable.Range(0, recipe.Members).Select(member =>
        {
            var learner = LearnerOf(recipe, targets);
            if (learner is NetworkLearner network && recipe.Checkpoints is not null)
                learner = network with { Recipe = network.Recipe with { Checkpoint = Path.Combine(recipe.Checkpoints, $"member-{member}.part") } };
            var named = progress is null ? null : new MemberProgress(progress, recipe.Learner, member, recipe.Members);
            return learner.Learn(train, calibration, (recipe.Seed * recipe.Members) + member, named, cancellation);
        })];
    }

    private static ILearner LearnerOf(CalibratedRecipe recipe, TargetTransform targets) => (Plain(recipe, targets), recipe.Source) switch
    {
        (var learner, UncertaintySource.Ensemble) => learner,
        (NetworkLearner network, UncertaintySource.Evidential) => network.Evidential(),
        (NetworkLearner network, _) => network,
        (var learner, var source) => throw new ArgumentException($"{source} uncertainty is of networks, and {learner.Name} is none; use {UncertaintySource.Ensemble}, or a network."),
    };

    private static ILearner Plain(CalibratedRecipe recipe, TargetTransform targets)
    {
        if (recipe.Settings is not { } settings) return PropertyStudy.Learner(recipe.Learner, recipe.Epochs, targets);
        var tuned = PropertyTuning.Learner(settings.Values, recipe.Epochs);
        return recipe.Learner == tuned.Name
            ? tuned with { Recipe = tuned.Recipe with { Targets = targets } }
            : throw new ArgumentException($"The settings given are of {tuned.Name}, and {recipe.Learner} is to learn; train {tuned.Name}, or leave them out.");
    }

    /// <summary>All members as one course.</summary>
    private sealed class MemberProgress(IProgress<TrainingProgress> whole, string learner, int member, int members) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => whole.Report(value with
        {
            Name = members == 1 ? learner : $"{learner}, network {member + 1} of {members}",
        });
    }
}
