using MatNotebooks.Bench.Tables.Tasks;
using MatNotebooks.Training.Validation;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Bench.Tables;

/// <summary>
/// The plain mean of random forests and networks of GEM-PPM's composition mode, as many of each, chosen before any error was seen, with
/// conformal intervals: the errors on publications that a fold left out say how wide an interval must be. How far the members disagree tells
/// little here and made intervals wider, so all have one width.
/// </summary>
internal sealed class ObelixBlend
{
    private const double Coverage = 0.9;
    private static readonly string[] Members = [TableModels.GemPpmOfFormulas, "random-forest"];

    private readonly TaskOutcome outcome;
    private readonly ILookup<int, FoldPrediction> members;
    private readonly double[][] errors;

    public ObelixBlend(TaskOutcome outcome)
    {
        this.outcome = outcome;
        members = Members.SelectMany(model => outcome.Predictions[model]).ToLookup(one => one.Fold);
        Folds = FoldPrediction.MeanOverSeeds(members.SelectMany(fold => fold));
        errors = [.. Folds.Select(Errors)];
    }

    /// <summary>One prediction for each fold.</summary>
    public IReadOnlyList<FoldPrediction> Folds { get; }

    /// <summary>How many trainings stand behind it.</summary>
    public int Trainings => members.Sum(fold => fold.Count());

    /// <summary>Share of the rows of each fold that lie in intervals calibrated by the other folds | 0 to 1, and the width of these | log10(S/cm).</summary>
    public IReadOnlyList<(double Covered, double Width)> LeaveFoldOut() => [.. Enumerable.Range(0, errors.Length).Select(fold =>
    {
        var radius = Radius(errors.Where((_, other) => other != fold));
        return (errors[fold].Average(error => Math.Abs(error) <= radius ? 1.0 : 0), 2 * radius);
    })];

    /// <summary>Predictions for the withheld rows: the mean of what the folds' networks and forests say.</summary>
    public IReadOnlyList<ObelixPrediction> Withheld()
    {
        var radius = Radius(errors);
        var domain = TrainingDomain.Of([.. outcome.Rows.Samples.Select(sample => sample.Crystal)]);
        return [.. outcome.Rows.Asked.Select((sample, row) =>
        {
            var predicted = Folds.Average(fold => fold.Asked[row, 0]);
            return new ObelixPrediction(sample.Id, sample.Group, predicted, predicted - radius, predicted + radius, domain.Objection(sample.Crystal) is null);
        })];
    }

    private static double Radius(IEnumerable<double[]> errors) => SplitConformal.Fit(errors.SelectMany(fold => fold), Coverage).Radius;

    private double[] Errors(FoldPrediction fold)
    {
        var (predicted, actual) = outcome.Rows.Pairs(fold, 0);
        return [.. predicted.Zip(actual, (said, known) => said - known)];
    }
}
