using System.Collections.Immutable;
using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>
/// Forecasts every pair by fits that know nothing of its task, neither as what is fine-tuned for nor as a source, one fit for each number of
/// labels; and by two plain predictors under the same rule.
/// </summary>
public static class ForecastStudy
{
    private const int FewestTasks = 4;

    /// <summary>Forecasts all pairs but those of a task with itself.</summary>
    /// <param name="pairs">Pairs of at least 4 tasks.</param>
    /// <exception cref="ArgumentException">Fewer than 4 tasks, or too few pairs to fit.</exception>
    public static ImmutableArray<PairForecast> LeaveOneTaskOut(IReadOnlyCollection<TransferPair> pairs)
    {
        var different = pairs.Where(pair => pair.Task != pair.Source).ToArray();
        var tasks = different.Select(pair => pair.Task).Distinct().ToArray();
        if (tasks.Length < FewestTasks) throw new ArgumentException($"{tasks.Length} tasks; leaving one out of a fit needs at least {FewestTasks}.");
        return [.. different.GroupBy(pair => pair.Labels).SelectMany(labels => tasks.SelectMany(task => Forecast(task, [.. labels])))];
    }

    private static IEnumerable<PairForecast> Forecast(string task, TransferPair[] pairs)
    {
        var judged = pairs.Where(pair => pair.Task == task).ToArray();
        if (judged.Length == 0) return [];
        var known = pairs.Where(pair => pair.Task != task && pair.Source != task).ToArray();
        var framework = TransferForecast.Fit([.. known.Select(pair => pair.Measured)], [.. known.Select(pair => pair.Gain)]);
        var (intercept, slope) = Line([.. known.Select(pair => pair.LabelCorrelation)], [.. known.Select(pair => pair.Gain)]);
        var nearest = Nearest(judged, known);
        var mean = known.Average(pair => pair.Gain);
        return judged.Select(pair => new PairForecast(pair, framework.Of(pair.Measured), intercept + (slope * pair.LabelCorrelation), nearest.GetValueOrDefault(pair.Source, mean)));
    }

    private static (double Intercept, double Slope) Line(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var squares = x.Sum(value => (value - meanX) * (value - meanX));
        var slope = squares > 0 ? x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum() / squares : 0;
        return (meanY - (slope * meanX), slope);
    }

    // The most similar task is the one whose labels follow the outputs of the same sources as closely; what each source gained there, by source.
    private static Dictionary<string, double> Nearest(TransferPair[] judged, TransferPair[] known)
    {
        var profile = judged.ToDictionary(pair => pair.Source, pair => pair.LabelCorrelation);
        var others = known.GroupBy(pair => pair.Task).Select(task => (Task: task, Likeness: Likeness(profile, task))).Where(each => !double.IsNaN(each.Likeness)).ToArray();
        return others.Length == 0 ? [] : others.MaxBy(each => each.Likeness).Task.ToDictionary(pair => pair.Source, pair => pair.Gain);
    }

    private static double Likeness(Dictionary<string, double> profile, IEnumerable<TransferPair> task)
    {
        var shared = task.Where(pair => profile.ContainsKey(pair.Source)).ToArray();
        return shared.Length < 2 ? double.NaN : Correlation.Pearson([.. shared.Select(pair => profile[pair.Source])], [.. shared.Select(pair => pair.LabelCorrelation)]);
    }
}
