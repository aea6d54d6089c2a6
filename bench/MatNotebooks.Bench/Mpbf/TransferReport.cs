using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Mpbf.Quantities;
using MatNotebooks.Frameworks.Mpbf.Transfer;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.Mpbf;

/// <summary>Rows of the transfer between composition tasks: gains, forecasts beside plain predictors, coefficients; and each pair by itself.</summary>
internal sealed class TransferReport
{
    private const double Wanted = 0.3;
    private readonly ResultTable table;
    private readonly TaskOutcome[] outcomes;
    private readonly HashSet<string> sources;
    private readonly int seeds;
    private readonly string commit;

    public TransferReport(ResultTable table, IReadOnlyList<TransferRecord> records)
    {
        (this.table, outcomes) = (table, [.. records.Select(record => record.Outcome)]);
        sources = [.. outcomes[0].Counts[0].Pairs.Select(pair => pair.Source)];
        seeds = outcomes.Select(outcome => outcome.Seed).Distinct().Count();
        commit = records.GroupBy(record => record.Sources).MaxBy(group => group.Count())!.Key;
        var hours = records.Sum(record => record.Seconds) / 3600 / Environment.ProcessorCount;
        Put("transfer", "judging_hours", hours, "h");
    }

    /// <summary>Writes all rows.</summary>
    public void Write()
    {
        Forecasts("frozen", TransferPairs.Frozen(outcomes.Where(outcome => sources.Contains(outcome.Task))));
        Forecasts("beside", TransferPairs.Beside(outcomes.Where(outcome => sources.Contains(outcome.Task))));
        Gains();
        Pairs();
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private void Forecasts(string arm, IReadOnlyList<TransferPair> pairs)
    {
        var forecasts = ForecastStudy.LeaveOneTaskOut(pairs);
        var labels = forecasts.Select(each => each.Pair.Labels).Distinct().Order().ToArray();
        Score($"{arm}/all", forecasts);
        foreach (var count in labels) Score($"{arm}/{count}", [.. forecasts.Where(each => each.Pair.Labels == count)]);
        foreach (var count in labels) Coefficients($"{arm}/{count}", [.. pairs.Where(pair => pair.Labels == count && pair.Task != pair.Source)]);
    }

    private void Score(string @case, IReadOnlyCollection<PairForecast> forecasts)
    {
        Put($"forecast/{@case}", "pairs", forecasts.Count, "1");
        Put($"forecast/{@case}", "share_that_gain", forecasts.Average(each => each.Pair.Gain > 0 ? 1.0 : 0), "1");
        foreach (var (name, said) in new (string, Func<PairForecast, double>)[]
        {
            ("framework", each => each.Framework), ("label-correlation", each => each.ByCorrelation), ("nearest-task", each => each.ByNearestTask),
        })
        {
            var score = ForecastScore.Of(forecasts, said, seeds);
            var suffix = name == "framework" ? "" : "/" + name;
            Put($"forecast/{@case}{suffix}", "sign_accuracy", score.SignAccuracy, "1");
            Put($"forecast/{@case}{suffix}", "clear_sign_accuracy", score.ClearSignAccuracy, "1");
            Put($"forecast/{@case}{suffix}", "gain_rank_correlation", score.RankCorrelation, "1");
            Put($"forecast/{@case}{suffix}", "gain_error", score.MeanError, "1");
        }
    }

    // Of all pairs, with the least and the greatest value when each task is left out in turn.
    private void Coefficients(string @case, TransferPair[] pairs)
    {
        double[] Numbers(IReadOnlyList<TransferPair> of)
        {
            var fit = TransferForecast.Fit([.. of.Select(pair => pair.Measured)], [.. of.Select(pair => pair.Gain)]);
            return [fit.Boundary.Alpha, fit.Boundary.Beta, fit.Abstraction.Gamma, fit.Abstraction.Delta, fit.Steering.Epsilon, fit.Steering.Zeta, fit.Scale.Eta, fit.Scale.Theta];
        }
        string[] names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"];
        var whole = Numbers(pairs);
        var left = pairs.Select(pair => pair.Task).Distinct().Select(task => Numbers([.. pairs.Where(pair => pair.Task != task && pair.Source != task)])).ToArray();
        for (var place = 0; place < names.Length; place++)
            table.Put(new($"coefficients/{@case}", names[place], whole[place], "1") { Lower = left.Min(each => each[place]), Upper = left.Max(each => each[place]), Seeds = seeds, Commit = commit });
    }

    // Each task with each number of labels: fused transfer, and the source that was best, against the best of three from scratch.
    private void Gains()
    {
        var reached = new Dictionary<(int Labels, string Metric), int>();
        foreach (var task in outcomes.GroupBy(outcome => outcome.Task))
            foreach (var count in task.SelectMany(outcome => outcome.Counts).GroupBy(count => count.Labels).Where(counts => counts.Count() == seeds))
            {
                var label = $"gain/{task.Key}/{count.Key}";
                var scratch = new[] { count.Average(each => each.ScratchHead), count.Average(each => each.ScratchForest), count.Average(each => each.ScratchNetwork) }.Min();
                Put(label, "scratch_mae", scratch, "as the task's");
                Put(label, "constant_mae", task.Average(outcome => outcome.Deviation), "as the task's");
                Reach("fused", each => each.Fused);
                Reach("fused_other_quantities", each => each.FusedOtherQuantities);
                var best = sources.Where(source => source != task.Key).MinBy(source => count.Average(each => each.Pairs.First(pair => pair.Source == source).Frozen))!;
                Reach("best_source", each => each.Pairs.First(pair => pair.Source == best).Frozen);

                void Reach(string metric, Func<CountOutcome, double> error)
                {
                    double[] gains = [.. count.Select(each => 1 - (error(each) / scratch))];
                    Interval mean = gains.Length > 1 ? Confidence.OfMean(gains) : new(gains[0], gains[0], gains[0]);
                    table.Put(new(label, $"gain_{metric}", mean.Value, "1") { Lower = mean.Lower, Upper = mean.Upper, Seeds = gains.Length, Commit = commit });
                    if (mean.Value >= Wanted) reached[(count.Key, metric)] = reached.GetValueOrDefault((count.Key, metric)) + 1;
                }
            }
        foreach (var count in outcomes.SelectMany(outcome => outcome.Counts.Select(each => each.Labels)).Distinct().Order())
        {
            Put($"transfer/{count}", "tasks", outcomes.Where(outcome => outcome.Counts.Any(each => each.Labels == count)).Select(outcome => outcome.Task).Distinct().Count(), "1");
            foreach (var metric in new[] { "fused", "fused_other_quantities", "best_source" })
                Put($"transfer/{count}", metric == "fused" ? "tasks_with_30_percent_gain" : $"tasks_with_30_percent_gain_{metric}", reached.GetValueOrDefault((count, metric)), "1");
        }
    }

    private void Pairs()
    {
        var pairs = new ResultTable("mpbf_pairs");
        var frozen = TransferPairs.Frozen(outcomes);
        var forecasts = ForecastStudy.LeaveOneTaskOut([.. frozen.Where(pair => sources.Contains(pair.Task))]).ToDictionary(each => (each.Pair.Task, each.Pair.Source, each.Pair.Labels));
        var rows = new List<ResultRow>();
        foreach (var pair in frozen)
        {
            var @case = $"{pair.Task}<{pair.Source}/{pair.Labels}";
            var half = seeds > 1 ? pair.Deviation / Math.Sqrt(seeds) : 0;
            rows.Add(new(@case, "gain", pair.Gain, "1") { Lower = pair.Gain - (2 * half), Upper = pair.Gain + (2 * half), Seeds = seeds, Commit = commit });
            if (forecasts.TryGetValue((pair.Task, pair.Source, pair.Labels), out var forecast)) rows.Add(new(@case, "forecast", forecast.Framework, "1") { Seeds = seeds, Commit = commit });
        }
        pairs.PutAll(rows);
    }

    private void Put(string @case, string metric, double value, string unit)
    {
        if (double.IsFinite(value)) table.Put(new(@case, metric, value, unit) { Seeds = seeds, Commit = commit });
        if (@case.StartsWith("forecast", StringComparison.Ordinal) || @case.StartsWith("transfer", StringComparison.Ordinal)) AnsiConsole.MarkupLineInterpolated($"{@case,-36} {metric,-40} {value,8:f3}");
    }
}
