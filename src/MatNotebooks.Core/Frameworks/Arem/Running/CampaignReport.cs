using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>How a campaign stands: what it found, what it did, how its cores were divided.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Policy">Who divides.</param>
/// <param name="Place">Where tasks run, in one line; empty where it is read from files.</param>
/// <param name="Hits">Candidates that are as wanted, the first first.</param>
/// <param name="Course">Shares and totals over time.</param>
/// <param name="Spans">Every task that came to its end.</param>
public sealed record CampaignReport(
    string Name, string Policy, string Place, ImmutableArray<string> Hits, ImmutableArray<CampaignMoment> Course, ImmutableArray<CampaignSpan> Spans)
{
    /// <summary>Why it ended; empty where it runs.</summary>
    public string Ended { get; init; } = "";

    /// <summary>How it stands now; null before the first decision.</summary>
    public CampaignMoment? Now => Course.IsEmpty ? null : Course[^1];

    /// <summary>Reads how a campaign stands, also one that runs in another process.</summary>
    /// <param name="ledger">The ledger's file.</param>
    /// <exception cref="FileNotFoundException">No campaign has run with that ledger.</exception>
    public static CampaignReport Read(string ledger)
    {
        var folder = CampaignMemory.FolderOf(Path.GetFullPath(ledger));
        if (!Directory.Exists(folder)) throw new FileNotFoundException($"No campaign has run with the ledger {ledger}: there is no folder {folder}. `matnb campaign run` makes it.", ledger);
        var memory = new CampaignMemory(folder);
        ImmutableArray<CampaignSpan> spans = [.. memory.Spans];
        ImmutableArray<CampaignMoment> course = [.. memory.Course];
        return new(Path.GetFileNameWithoutExtension(ledger), course.LastOrDefault(moment => moment.Policy is not null)?.Policy ?? "", "", [.. HitsOf(spans)], course, spans)
        {
            Ended = course.IsEmpty ? "" : course[^1].Ended ?? "",
        };
    }

    /// <summary>Core-seconds of each layer's tasks, (3).</summary>
    public double[] SpentByLayer() => [.. Enum.GetValues<Equilibria.AremLayer>().Select(layer => Spans.Where(span => span.Layer == layer).Sum(span => span.End - span.Start))];

    /// <summary>One line: what was found, with what, how well the cores were used.</summary>
    public override string ToString() => Now is not { } now ? $"{Name}: nothing has happened yet." : FormattableString.Invariant(
        $"{Name}, {Policy}: {now.Hits} hits in {now.Simulations} simulations ({now.Failures} failed), {now.Models} models, {now.Held / 3600:0.###} core-hours held, {100 * now.Utilisation:F1} % of them used, {now.DecisionMicroseconds:F1} µs a decision{(Ended.Length == 0 ? "" : $"; {Ended}")}");

    internal static IEnumerable<string> HitsOf(IEnumerable<CampaignSpan> spans) =>
        spans.Where(span => span.Ending == Telemetry.TaskEnding.Discovery).Select(span => span.Subject).Distinct();
}
