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
    public void Run(TableTask task, IReadOnlyList<string>? models = null)
    {
        var sized = preset.Of(task);
        var learners = (models ?? sized.Models).Select(model => TableModels.Find(model, sized)).ToArray();
        AnsiConsole.MarkupLineInterpolated($"[bold]{task.Name}[/]: {task.Division}, preset {preset.Name}");
        foreach (var published in task.Published) Quote(task, published);
        var rows = sized.Read();
        var scored = learners.GroupBy(learner => learner.Graphs);
        foreach (var group in scored)
        {
            // Graphs are made once for all that read the same, and are let go before the next.
            var data = TrainingData.Of(rows.Samples, group.Key);
            foreach (var learner in group) Judge(sized, rows, data, learner);
        }
    }

    private void Judge(TableTask task, TaskRows rows, TrainingData data, TableLearner learner)
    {
        var seeds = learner.Epochs == 0 && learner.Model == "ridge" ? 1 : task.Seeds; // nothing in ridge regression is random
        var settings = $"{learner.Model} {rows.Fingerprint()} {SettingsText.Of(learner.Graphs)} {learner.Settings}";
        var ledger = new FoldLedger(Path.Combine(ledgers, $"{task.Name}.folds.jsonl"), settings, table.Commit);
        var open = Enumerable.Range(0, rows.Splits.Count).Sum(fold => Enumerable.Range(0, seeds).Count(seed => ledger.Find(learner.Learner.Name, fold, seed) is null));
        var validation = new CrossValidation(data, rows.Splits) { Seeds = [.. Enumerable.Range(0, seeds)], Workers = Workers, Ledger = ledger };
        var predictions = validation.Run(learner.Learner, new TrainingTicker(learner.Model, open * learner.Epochs));
        Write(task, rows, learner, predictions, seeds);
    }

    private void Write(TableTask task, TaskRows rows, TableLearner learner, IReadOnlyList<FoldPrediction> predictions, int seeds)
    {
        var commit = string.Join('+', predictions.Select(one => one.Source ?? table.Commit).Distinct().Order(StringComparer.Ordinal));
        var ensemble = FoldPrediction.MeanOverSeeds(predictions);
        for (var target = 0; target < task.Targets.Count; target++)
        {
            var place = target;
            var (name, unit) = task.Targets[target];
            foreach (var (metric, value) in new FoldScores([.. ensemble.Select(one => Pairs(rows, one, place))]).All())
                Put(name, metric, value, FoldScores.Unit(metric, unit), predictions.Count);
            if (seeds == 1) continue;
            double[] single = [.. predictions.Select(one => Pairs(rows, one, place)).Select(pair => Regression.MeanAbsoluteError(pair.Predicted, pair.Actual))];
            Put(name, "mae_of_one_member", Confidence.OfMean(single), unit, predictions.Count);
        }
        var seconds = predictions.Average(one => one.Duration.TotalSeconds);
        Put("training", "core_seconds", new(seconds, double.NaN, double.NaN), "s", predictions.Count);
        if (learner.Epochs > 0) Put("training", "epochs", new(learner.Epochs, double.NaN, double.NaN), "1", 1);
        Put("training", "rows", new(rows.Splits[0].Train.Length, double.NaN, double.NaN), "1", 1);

        void Put(string target, string metric, Interval value, string unit, int count) => Report(new($"{task.Dataset}/{target}/{learner.Model}{preset.Suffix}", metric, value.Value, unit)
        {
            Lower = double.IsNaN(value.Lower) ? null : value.Lower, Upper = double.IsNaN(value.Upper) ? null : value.Upper, Seeds = count, Commit = commit,
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

    private static (double[] Predicted, double[] Actual) Pairs(TaskRows rows, FoldPrediction prediction, int target)
    {
        var test = rows.Splits[prediction.Fold].Test;
        var known = Enumerable.Range(0, test.Length).Where(row => !double.IsNaN(rows.Samples[test[row]].Targets[target])).ToArray();
        return ([.. known.Select(row => prediction.Test[row, target])], [.. known.Select(row => rows.Samples[test[row]].Targets[target])]);
    }
}
