using MatNotebooks.Bench.Results;
using MatNotebooks.Bench.Training;
using MatNotebooks.Metrics;
using MatNotebooks.Training;
using MatNotebooks.Training.Validation;
using Spectre.Console;

namespace MatNotebooks.Bench.Tables;

/// <summary>
/// Trains what a task asks for on its folds and from its seeds, and writes rows. Every finished training lies in a ledger, so that a run
/// that was killed goes on and no training is done twice; a row names the commit that its trainings come from.
/// </summary>
/// <param name="table">Where rows go.</param>
/// <param name="ledgers">Folder of the ledgers.</param>
/// <param name="preset">How much is computed.</param>
internal sealed class TableRunner(ResultTable table, string ledgers, TaskPreset preset)
{
    /// <summary>Trainings at the same time, each on one thread.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Computes a task in the size of the preset.</summary>
    /// <param name="task">The task.</param>
    /// <param name="models">What learns it; null for all of the task.</param>
    /// <returns>What each model predicted, and the rows it is judged by.</returns>
    public TaskOutcome Run(TableTask task, IReadOnlyList<string>? models = null)
    {
        var sized = preset.Of(task);
        var learners = (models ?? sized.Models).Select(model => TableModels.Find(model, sized)).ToArray();
        AnsiConsole.MarkupLineInterpolated($"[bold]{task.Name}[/]: {task.Division}, preset {preset.Name}");
        var rows = sized.Read();
        if (preset is { Suffix: "", Folds: null }) // what others reached on all the rows that judge, or nothing
            foreach (var published in task.Published.Concat(task.Peers(rows))) Quote(task, published);
        var predictions = new Dictionary<string, IReadOnlyList<FoldPrediction>>();
        foreach (var group in learners.GroupBy(learner => learner.Graphs))
        {
            // Graphs are made once for all that read the same, and are let go before the next.
            var (data, asked) = (TrainingData.Of(rows.Samples, group.Key), TrainingData.Of(rows.Asked, group.Key));
            foreach (var learner in group)
            {
                predictions[learner.Model] = Predict(sized, rows, data, asked, learner);
                Write(sized, rows, learner, predictions[learner.Model]);
            }
        }
        return new(sized, rows, predictions);
    }

    /// <summary>Writes the usual measures of what a model, or several together, predict.</summary>
    /// <param name="outcome">The task and its rows.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="ensemble">One prediction for each fold.</param>
    /// <param name="trainings">How many trainings stand behind it.</param>
    /// <param name="commit">The sources that computed it; null for those that run now.</param>
    public void Score(TaskOutcome outcome, string model, IReadOnlyList<FoldPrediction> ensemble, int trainings, string? commit = null)
    {
        for (var target = 0; target < outcome.Task.Targets.Count; target++)
        {
            var place = target;
            var (name, unit) = outcome.Task.Targets[target];
            foreach (var (metric, value) in new FoldScores([.. ensemble.Select(one => outcome.Rows.Pairs(one, place))]).All())
                Report(new($"{outcome.Task.Dataset}/{name}/{model}{preset.Suffix}", metric, value.Value, FoldScores.Unit(metric, unit))
                {
                    Lower = value.Lower, Upper = value.Upper, Seeds = trainings, Commit = commit,
                });
        }
    }

    private IReadOnlyList<FoldPrediction> Predict(TableTask task, TaskRows rows, TrainingData data, TrainingData asked, TableLearner learner)
    {
        var seeds = learner.IsRandom ? task.Seeds : 1;
        var settings = $"{learner.Model} {rows.Fingerprint()} {SettingsText.Of(learner.Graphs)} {learner.Settings}";
        var ledger = new FoldLedger(Path.Combine(ledgers, $"{task.Name}.folds.jsonl"), settings, table.Commit);
        var open = Enumerable.Range(0, rows.Splits.Count).Sum(fold => Enumerable.Range(0, seeds).Count(seed => ledger.Find(learner.Learner.Name, fold, seed) is null));
        var validation = new CrossValidation(data, rows.Splits)
        {
            Seeds = [.. Enumerable.Range(0, seeds)], Workers = Workers, Ledger = ledger, Asked = asked.Count > 0 ? _ => asked : null,
        };
        return validation.Run(learner.Learner, new TrainingTicker(learner.Model, open * learner.Epochs));
    }

    private void Write(TableTask task, TaskRows rows, TableLearner learner, IReadOnlyList<FoldPrediction> predictions)
    {
        var commit = string.Join('+', predictions.Select(one => one.Source ?? table.Commit).Distinct().Order(StringComparer.Ordinal));
        Score(new(task, rows, new Dictionary<string, IReadOnlyList<FoldPrediction>>()), learner.Model, FoldPrediction.MeanOverSeeds(predictions), predictions.Count, commit);
        if (predictions.Count > rows.Splits.Count) // more than one seed
            for (var target = 0; target < task.Targets.Count; target++)
            {
                var single = Confidence.OfMean([.. predictions.Select(one => rows.Pairs(one, target)).Select(pair => Regression.MeanAbsoluteError(pair.Predicted, pair.Actual))]);
                Put(task.Targets[target].Name, "mae_of_one_member", single.Value, task.Targets[target].Unit, single);
            }
        Put("training", "core_seconds", predictions.Average(one => one.Duration.TotalSeconds), "s");
        Put("training", "epochs", learner.Epochs, "1");
        Put("training", "rows", rows.Splits[0].Train.Length, "1");

        void Put(string target, string metric, double value, string unit, Interval? interval = null) =>
            Report(new($"{task.Dataset}/{target}/{learner.Model}{preset.Suffix}", metric, value, unit)
            {
                Lower = interval?.Lower, Upper = interval?.Upper, Seeds = predictions.Count, Commit = commit,
            });
    }

    private void Report(ResultRow row)
    {
        table.Put(row);
        AnsiConsole.Console.Profile.Out.Writer.WriteLine( // one line for a row, however narrow the terminal
            $"{row.Case,-56} {row.Metric,-18} {row.Value,11:g5} {row.Unit,-8} {(row.Lower is null ? "" : $"{row.Lower:g4} to {row.Upper:g4}")}");
    }

    private void Quote(TableTask task, PublishedError published) => table.Put(new(
        $"{task.Dataset}/{published.Target}/{published.Model}", "published_mae", published.Error, task.Targets.First(target => target.Name == published.Target).Unit)
    {
        Machine = published.Source, Commit = "",
    });
}
