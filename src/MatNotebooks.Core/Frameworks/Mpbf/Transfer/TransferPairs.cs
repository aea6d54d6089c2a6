using System.Collections.Immutable;
using MatNotebooks.Frameworks.Mpbf.Quantities;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>Outcomes of several seeds as pairs of task and source.</summary>
public static class TransferPairs
{
    /// <summary>Gains of a head on the frozen representation alone, against the same head on element statistics.</summary>
    /// <param name="outcomes">Outcomes, of one seed or more.</param>
    public static ImmutableArray<TransferPair> Frozen(IEnumerable<TaskOutcome> outcomes) => Of(outcomes, pair => pair.Frozen);

    /// <summary>Gains of a head on the representation beside the element statistics; only where that was computed.</summary>
    /// <param name="outcomes">Outcomes, of one seed or more.</param>
    public static ImmutableArray<TransferPair> Beside(IEnumerable<TaskOutcome> outcomes) => Of(outcomes, pair => pair.Beside);

    private static ImmutableArray<TransferPair> Of(IEnumerable<TaskOutcome> outcomes, Func<PairOutcome, double?> error) =>
    [
        .. from outcome in outcomes
           from count in outcome.Counts
           from pair in count.Pairs
           where error(pair) is not null
           group (Gain: 1 - (error(pair)!.Value / count.ScratchHead), Pair: pair) by (outcome.Task, pair.Source, count.Labels) into seeds
           select Mean(seeds.Key.Task, seeds.Key.Source, seeds.Key.Labels, [.. seeds]),
    ];

    private static TransferPair Mean(string task, string source, int labels, (double Gain, PairOutcome Pair)[] seeds)
    {
        var mean = seeds.Average(seed => seed.Gain);
        var deviation = seeds.Length < 2 ? 0 : Math.Sqrt(seeds.Sum(seed => (seed.Gain - mean) * (seed.Gain - mean)) / (seeds.Length - 1));
        return new(task, source, labels, mean, deviation, seeds.Average(seed => seed.Pair.LabelCorrelation), TransferMeasurement.Mean([.. seeds.Select(seed => seed.Pair.Measured)]));
    }
}
