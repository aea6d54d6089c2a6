using MatNotebooks.Datasets;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Studies;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// A model of a class, such as metal or not, that says how sure it is: probabilities, the classes that are possible with a promised
/// coverage, and a word where a crystal is not like those it was trained on. Kept in one file (<see cref="ClassifierFile"/>).
/// </summary>
/// <remarks>
/// A class is possible where its probability is at least that which the given share of calibration crystals' own classes reached (Sadinle,
/// Lei and Wasserman, J. Am. Stat. Assoc. 114, 223 (2019)); the most probable always is.
/// </remarks>
public sealed class CalibratedClassifier : IDisposable
{
    private readonly EnsemblePredictor ensemble;

    internal CalibratedClassifier(IReadOnlyList<IPredictor> members, ClassifierFacts facts) => (ensemble, Facts) = (new(members), facts);

    /// <summary>What is known of the classifier beside its weights.</summary>
    public ClassifierFacts Facts { get; }

    /// <summary>The networks, at least one; probabilities are their mean.</summary>
    public IReadOnlyList<IPredictor> Members => ensemble.Members;

    /// <summary>Divides records, trains, calibrates on the validation part and judges on the test part.</summary>
    /// <param name="records">The crystals; each must have a class.</param>
    /// <param name="label">What says the class.</param>
    /// <param name="recipe">How.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends it; checkpoints stay.</param>
    /// <exception cref="BadRecordException">A record without a class.</exception>
    /// <exception cref="ArgumentException">One class alone, too few records for the division or the coverage, or an unknown learner or split.</exception>
    public static CalibratedClassifier Learn(
        IReadOnlyList<StructureRecord> records, ClassLabel label, CalibratedRecipe recipe,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (recipe.Source != UncertaintySource.Ensemble)
            throw new ArgumentException($"{recipe.Source} uncertainty is of numbers; a classifier says how sure it is by its probabilities. Use {UncertaintySource.Ensemble}.");
        var split = CalibratedModel.SplitOf(records, recipe);
        var data = TrainingData.Of(records, label, PropertyStudy.Neighbors, record => record.Formula);
        var (train, calibration) = (data.At(split.Train), data.At(split.Validation));
        var members = CalibratedModel.MembersOf(recipe, new StandardizedTargets(), train, calibration, progress, cancellation);
        var probabilities = new EnsemblePredictor(members).Predict(calibration);
        var missed = calibration.Samples.Select((sample, row) => 1 - probabilities[row, (int)sample.Targets[0]]);
        var facts = new ClassifierFacts
        {
            Learner = recipe.Learner, Target = label.Key, Classes = data.Classes, Seed = recipe.Seed, Split = recipe.Split,
            Trained = train.Count, Calibrated = calibration.Count, Coverage = recipe.Coverage,
            LeastProbability = 1 - ConformalIntervals.Quantile(missed, recipe.Coverage),
            Domain = TrainingDomain.Of([.. train.Samples.Select(sample => sample.Crystal)]),
        };
        var judged = new CalibratedClassifier(members, facts).Predict([.. split.Test.Select(row => records[row])]);
        return new(members, facts with { Judged = ClassJudgement.Of(judged, data.Classes) });
    }

    /// <summary>Predicts crystals.</summary>
    /// <param name="records">The crystals; those that have a class are compared with it.</param>
    public IReadOnlyList<ClassPrediction> Predict(IReadOnlyList<StructureRecord> records)
    {
        if (records.Count == 0) return [];
        var data = TrainingData.Of(records.Select(record => new Sample(record.Id, record.Crystal, [0])), PropertyStudy.Neighbors);
        var probabilities = ensemble.Predict(data);
        return [.. records.Select((record, row) => One(record, [.. Facts.Classes.Select((_, place) => probabilities[row, place])]))];
    }

    /// <inheritdoc/>
    public void Dispose() => ensemble.Dispose();

    private ClassPrediction One(StructureRecord record, double[] probabilities)
    {
        var likely = Facts.Classes.Zip(probabilities).OrderByDescending(pair => pair.Second).ToArray();
        return new(
            record.Id, record.Formula, likely[0].First, probabilities,
            [.. likely.Where((pair, place) => place == 0 || pair.Second >= Facts.LeastProbability).Select(pair => pair.First)],
            Facts.Domain.Objection(record.Crystal), new ClassLabel(Facts.Target).TryOf(record));
    }
}
