using System.CommandLine;
using MatNotebooks.Bench.Results;
using MatNotebooks.Bench.Training;
using MatNotebooks.Datasets;
using MatNotebooks.Metrics;
using MatNotebooks.Training;
using MatNotebooks.Training.Studies;
using MatNotebooks.Training.Validation;
using Spectre.Console;

namespace MatNotebooks.Bench.Phonons;

/// <summary>
/// <c>bench phonons</c>: GEM-PPM on Matbench's official folds of phonons, beside ridge regression and a network of the composition alone.
/// Published on these folds: MegNet 28.8, ALIGNN 29.5, SchNet 39.0, CrabNet 55.1, CGCNN 57.8 1/cm.
/// </summary>
internal sealed class PhononsCommand
{
    private readonly ResultTable table = new("phonons");
    private readonly PhononStudy study = PhononStudy.Load();
    private readonly int folds, workers;

    private PhononsCommand(int folds, int workers) => (this.folds, this.workers) = (folds, workers);

    public static Command Create()
    {
        var folds = new Option<int>("--folds") { Description = "how many of the five official folds", DefaultValueFactory = _ => 5 };
        var members = new Option<int>("--members") { Description = "networks whose mean is the prediction of a fold", DefaultValueFactory = _ => 4 };
        var workers = new Option<int>("--workers") { Description = "trainings at the same time", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("phonons", "Mean absolute error on Matbench's phonons, official folds; goes on where it was stopped.") { folds, members, workers };
        // An option's own validator: one of the command finds 0 where the option was left at its default.
        folds.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 5) given.AddError($"--folds is {given.GetValueOrDefault<int>()}; the task has 5 folds, so give 1 to 5.");
        });
        members.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1) given.AddError($"--members is {given.GetValueOrDefault<int>()}; it must be at least 1.");
        });
        command.SetAction(parsed => new PhononsCommand(parsed.GetValue(folds), parsed.GetValue(workers)).Run(parsed.GetValue(members)));
        return command;
    }

    private void Run(int members)
    {
        Judge(PhononStudy.Ridge(), 1, epochs: 0);
        Judge(PhononStudy.Composition(), 1, PhononStudy.Recipe.Epochs);
        Judge(PhononStudy.GemPpm(), members, PhononStudy.Recipe.Epochs);
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private void Judge(ILearner learner, int members, int epochs)
    {
        var settings = $"{table.Commit} {PhononStudy.Neighbors} {PhononStudy.Shape} {PhononStudy.Recipe}";
        var validation = new CrossValidation(study.Data, [.. study.Folds.Take(folds)])
        {
            Seeds = [.. Enumerable.Range(0, members)],
            Workers = workers,
            Ledger = new(Path.Combine(DataFolders.Repository, "out", "phonons.folds.jsonl"), settings),
        };
        var predictions = validation.Run(learner, new TrainingTicker(learner.Name, folds * members * epochs));
        var errors = FoldPrediction.MeanOverSeeds(predictions).Select(Error).ToArray();
        foreach (var (fold, error) in errors.Index()) Put(new(learner.Name, $"mae_fold_{fold}", error, "1/cm") { Seeds = members, Threads = workers });
        var mean = folds > 1 ? Confidence.OfMean(errors) : new Interval(errors[0], errors[0], errors[0]);
        Put(new(learner.Name, "mae", mean.Value, "1/cm") { Lower = mean.Lower, Upper = mean.Upper, Seeds = folds, Threads = workers });
        if (members > 1) Put(new(learner.Name, "mae_of_one_member", predictions.Average(Error), "1/cm") { Seeds = folds * members, Threads = workers });
        Put(new(learner.Name, "training_core_seconds", predictions.Sum(prediction => prediction.Duration.TotalSeconds), "s") { Seeds = folds * members, Threads = workers });
    }

    private double Error(FoldPrediction prediction)
    {
        var test = study.Folds[prediction.Fold].Test;
        return Regression.MeanAbsoluteError(
            [.. Enumerable.Range(0, test.Length).Select(row => prediction.Test[row, 0])],
            [.. test.Select(row => study.Data.Samples[row].Targets[0])]);
    }

    private void Put(ResultRow row)
    {
        table.Put(row);
        AnsiConsole.MarkupLineInterpolated($"{row.Case,-12} {row.Metric,-22} {row.Value,9:f2} {row.Unit,-5} {(row.Lower is null ? "" : $"{row.Lower:f2} to {row.Upper:f2}")}");
    }
}
