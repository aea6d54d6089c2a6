using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>What was done where and when, a row for each place: tasks on cores, runs on instruments. Also called a Gantt chart.</summary>
public sealed record TimelinePlot : Figure
{
    private const double RowShare = 0.72; // of a row's height that its bar takes

    /// <summary>Builds a timeline.</summary>
    /// <param name="spans">What was done, at least one; kinds take their colours in the order in which they come.</param>
    /// <exception cref="ArgumentException">No span, or one that ends before it starts.</exception>
    public TimelinePlot(IReadOnlyList<TimelineSpan> spans)
    {
        Same.NotEmpty(spans.Count, "spans");
        foreach (var span in spans)
            if (!(span.End >= span.Start && double.IsFinite(span.Start) && double.IsFinite(span.End)))
                throw new ArgumentException($"A span of '{span.Kind}' in row {span.Row} goes from {span.Start} to {span.End}; it must end after it starts.");
        Spans = spans;
    }

    /// <summary>What was done.</summary>
    public IReadOnlyList<TimelineSpan> Spans { get; }

    /// <summary>The time.</summary>
    public Axis X { get; init; } = "time";

    /// <summary>What the rows are.</summary>
    public Axis Y { get; init; } = "row";

    internal override Chart Draw()
    {
        var (least, most) = (Spans.Min(span => span.Row), Spans.Max(span => span.Row));
        var width = RowShare * Math.Max(60, Height - 110) / (most - least + 1);
        var marks = Spans.GroupBy(span => span.Kind).Select((kind, index) => (Mark)new LineMark(
            [.. kind.SelectMany(span => new[] { span.Start, span.End, double.NaN })], [.. kind.SelectMany(span => new[] { span.Row, span.Row, double.NaN })])
        {
            Name = kind.Key, Color = Palette.ColorOf(index), Width = width, EndsAtPoints = true,
        });
        return new([new Panel(PanelAxis.Of(X), PanelAxis.Of(Y) with { Range = new(least - 0.7, most + 0.7), ShowGrid = false, Reversed = true }, [.. marks])]);
    }

    internal override string Words() => string.Join('\n', Spans.GroupBy(span => span.Kind)
        .Select(kind => $"{kind.Key}: {kind.Count()} spans, {Quantity.Short(kind.Sum(span => span.End - span.Start), 4, X.Unit)} in all")
        .Prepend(Title ?? $"What was done in {Spans.Select(span => span.Row).Distinct().Count()} rows of {Y.Label}"));
}

/// <summary>Something that was done in a row of a timeline.</summary>
/// <param name="Row">Which row.</param>
/// <param name="Kind">What was done; each kind has a colour.</param>
/// <param name="Start">When it began | unit of the time axis.</param>
/// <param name="End">When it ended | same unit.</param>
public readonly record struct TimelineSpan(int Row, string Kind, double Start, double End);
