using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Pictures of a discovery campaign: who had the cores, what each worker did, what was found when.</summary>
public static class DiscoveryFigures
{
    private const int MostPoints = 400; // of an area, which has fewer pixels than a long campaign has moments

    /// <summary>The summary in words and every picture there is something for.</summary>
    public static IReadOnlyList<object> All(CampaignReport report) =>
        [report.ToString(), .. new object?[] { Shares(report), Workers(report), Found(report) }.OfType<object>()];

    /// <summary>What the policy gave each layer over time; null before the first decisions.</summary>
    public static StackedAreaPlot? Shares(CampaignReport report)
    {
        var moments = report.Course.Where(moment => moment.Cores > 0).ToArray();
        if (moments.Length < 2) return null;
        var drawn = Enumerable.Range(0, Math.Min(MostPoints, moments.Length)).Select(place => moments[(int)((long)place * moments.Length / Math.Min(MostPoints, moments.Length))]).ToArray();
        double[] time = [.. drawn.Select(moment => moment.Time)];
        return new([.. Enum.GetValues<AremLayer>().Select(layer => new Series(Name(layer), time, [.. drawn.Select(moment => Math.Max(0, moment.Shares[(int)layer]))]))])
        {
            Title = "Who is given the cores", X = new("time", "s"), Y = "cores", Width = 760, Height = 300,
        };
    }

    /// <summary>What each worker did; null before the first task ended.</summary>
    /// <param name="report">The campaign.</param>
    /// <param name="from">From when | s. The default is the beginning.</param>
    /// <param name="to">Until when | s. The default is the end.</param>
    public static TimelinePlot? Workers(CampaignReport report, double from = 0, double to = double.PositiveInfinity)
    {
        var spans = report.Spans.Where(span => span.End > from && span.Start < to).ToArray();
        if (spans.Length == 0) return null;
        return new([.. Rows(spans).OrderBy(row => row.Span.Layer).Select(row => new TimelineSpan(row.Row, Kind(row.Span), Math.Max(from, row.Span.Start), Math.Min(to, row.Span.End)))])
        {
            Title = "What each worker does", X = new("time", "s"), Y = "worker", Width = 760, Height = 170 + (18 * Math.Min(20, spans.Select(span => span.Worker).Distinct().Count())),
        };
    }

    /// <summary>Hits and simulations over time; null while nothing was simulated.</summary>
    public static LinePlot? Found(CampaignReport report)
    {
        var simulated = report.Spans.Where(span => span.Layer == AremLayer.Steering).OrderBy(span => span.End).ToArray();
        if (simulated.Length == 0) return null;
        double[] number = [.. Enumerable.Range(0, simulated.Length + 1).Select(place => (double)place)], hits = new double[number.Length];
        for (var place = 1; place < hits.Length; place++) hits[place] = hits[place - 1] + (simulated[place - 1].Ending == TaskEnding.Discovery ? 1 : 0);
        return new(new Series("hits", number, hits)) { Title = "What was found", X = "simulations", Y = "hits", Width = 760, Height = 300 };
    }

    // On a cluster tasks are sent ahead, and overlap as their senders count; each goes into the first row that is free.
    private static IEnumerable<(int Row, CampaignSpan Span)> Rows(CampaignSpan[] spans)
    {
        var free = new Dictionary<(string Where, int Place), (int Row, double Until)>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            var node = span.Where is { } where && where.LastIndexOf(' ') is >= 0 and var blank ? where[(blank + 1)..] : "";
            var place = 0;
            while (free.TryGetValue((node, place), out var row) && row.Until > span.Start + 1e-3) place++;
            var number = free.TryGetValue((node, place), out var known) ? known.Row : free.Count;
            free[(node, place)] = (number, span.End);
            yield return (number, span);
        }
    }

    private static string Kind(CampaignSpan span) => span.Layer switch
    {
        AremLayer.Representation => "encoding",
        AremLayer.Inference => span.Subject.StartsWith("training", StringComparison.Ordinal) ? "training" : "screening",
        _ => span.Ending switch { TaskEnding.Discovery => "hit", TaskEnding.Failed => "failed", _ => "simulation" },
    };

    private static string Name(AremLayer layer) => layer.ToString().ToLowerInvariant();
}
