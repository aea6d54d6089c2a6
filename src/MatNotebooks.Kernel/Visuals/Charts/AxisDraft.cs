namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>The ranges and ticks of a panel and the room its labels need on each side, before it is placed.</summary>
internal sealed record AxisDraft(
    Panel Panel, Interval XRange, Interval YRange, IReadOnlyList<Tick> XTicks, IReadOnlyList<Tick> YTicks, double XTickAngle)
{
    private const double TickRoom = 8;
    private const double TitleRoom = 22;
    private const double Drawn = 0.85; // of a panel's share of the chart, about, when labels have taken theirs
    private const double LabelPitch = 17; // from one slanted label, or row of a table, to the next

    /// <summary>Title of the x axis in the room it has.</summary>
    internal FittedTitle XTitle { get; private init; } = FittedTitle.None;

    /// <summary>Title of the y axis in the room it has.</summary>
    internal FittedTitle YTitle { get; private init; } = FittedTitle.None;

    internal double Left => Math.Max(Overhang, Panel.Y.Visible
        ? TickRoom + (Panel.Y.ShowLabels ? Widest(YTicks) + 2 : 0) + (Panel.Y.Titled ? TitleRoom + YTitle.Extra : 0)
        : 4);

    internal double Right => ChartLayout.RightOf(Panel);

    internal double Top => Panel.Heading is null ? 8 : 28;

    internal double Bottom => Panel.X.Visible
        ? TickRoom + (Panel.X.ShowLabels ? LabelHeight : 0) + (Panel.X.Titled ? TitleRoom + XTitle.Extra : 0)
        : 4;

    // A slanted label ends at its tick and begins far to the left of it.
    private double Overhang => XTickAngle == 0 ? 0 : Widest([XTicks[0]]) * Math.Cos(XTickAngle * Math.PI / 180);

    private double LabelHeight => XTickAngle == 0 ? Theme.TickSize + 4 : (Widest(XTicks) * Math.Sin(XTickAngle * Math.PI / 180)) + Theme.TickSize;

    internal static AxisDraft Of(Panel panel, double width, double height)
    {
        var x = Range(panel.X, panel.Marks.Select(mark => mark.XExtent(panel.X.Logarithmic)));
        var y = Range(panel.Y, panel.Marks.Select(mark => mark.YExtent(panel.Y.Logarithmic)));
        var xTicks = Thinned(panel.X.Ticks, 0.8 * width / LabelPitch) ?? Ticks.On(x, panel.X.Logarithmic, (int)(width / 95));
        var yTicks = Thinned(panel.Y.Ticks, 0.8 * height / LabelPitch) ?? Ticks.On(y, panel.Y.Logarithmic, Math.Clamp((int)(height / 62), 2, 8));
        var slot = width * 0.82 / Math.Max(1, xTicks.Count);
        var angle = panel.X is { ShowLabels: true, Ticks: not null } && Widest(xTicks) > slot - 6 ? 40 : 0;
        return new(panel, x, y, xTicks, yTicks, angle) { XTitle = FittedTitle.Of(panel.X, Drawn * width), YTitle = FittedTitle.Of(panel.Y, Drawn * height) };
    }

    // Every second, third, ... of more labels than fit.
    private static IReadOnlyList<Tick>? Thinned(IReadOnlyList<Tick>? ticks, double most)
    {
        if (ticks is null || ticks.Count <= most) return ticks;
        var every = (int)Math.Ceiling(ticks.Count / Math.Max(1, most));
        return [.. ticks.Where((_, i) => i % every == 0)];
    }

    private static double Widest(IReadOnlyList<Tick> ticks) =>
        ticks.Select(tick => TextWidth.Of(tick.Label, Theme.TickSize)).DefaultIfEmpty(0).Max();

    private static Interval Range(PanelAxis axis, IEnumerable<Interval> extents)
    {
        if (axis.Range is { } fixedRange) return fixedRange;
        var extent = extents.Aggregate(Interval.Empty, (left, right) => left.Union(right));
        var padded = extent.Padded(axis.Padding, axis.Logarithmic);
        if (!axis.FromZero || axis.Logarithmic) return padded;
        return extent.Low >= 0 ? new(0, padded.High) : extent.High <= 0 ? new(padded.Low, 0) : padded;
    }
}
