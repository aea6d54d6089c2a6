namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Places a chart's title, legend and panels, with room for the labels of every axis; both renderers draw from it.</summary>
internal sealed class ChartLayout
{
    private const double Edge = 14;
    private const double TitleHeight = 28;
    private const double BarRoom = 78;
    private const double LabelRoom = 120; // about what the labels of the y axis and a right edge take from the legend's width

    private ChartLayout(Chart chart)
    {
        Chart = chart;
        Legend = LegendLayout.Of(chart.Legend, chart.Width - LabelRoom);
        HeadHeight = (chart.Title is null ? 8 : 12 + TitleHeight) + Legend.Height;
        var drafts = chart.Panels.Select(Draft).ToArray();
        var columns = Tracks(chart.Columns, new(Edge, chart.Width - Edge), drafts, draft => new(draft.Panel.Column, draft.Panel.ColumnSpan, draft.Left, draft.Right));
        var rows = Tracks(chart.Rows, new(HeadHeight, chart.Height - 8), drafts, draft => new(draft.Panel.Row, draft.Panel.RowSpan, draft.Top, draft.Bottom));
        Frames = [.. drafts.Select(draft => Place(draft, columns, rows))];
    }

    internal Chart Chart { get; }

    internal LegendLayout Legend { get; }

    /// <summary>Height of title and legend together | pixels.</summary>
    internal double HeadHeight { get; }

    internal IReadOnlyList<Frame> Frames { get; }

    /// <summary>Left end of title and legend: where the leftmost panel begins.</summary>
    internal double HeadLeft => Frames.Min(frame => frame.Area.Left);

    internal static ChartLayout Of(Chart chart) => new(chart);

    /// <summary>Room to the right of a panel for its colour bar.</summary>
    internal static double RightOf(Panel panel) => panel.ColorBar is null ? 6 : BarRoom;

    private AxisDraft Draft(Panel panel) => AxisDraft.Of(
        panel, Share(Chart.Columns, panel.Column, panel.ColumnSpan) * Chart.Width, Share(Chart.Rows, panel.Row, panel.RowSpan) * Chart.Height);

    private static double Share(IReadOnlyList<double> weights, int first, int span) => weights.Skip(first).Take(span).Sum() / weights.Sum();

    private static Frame Place(AxisDraft draft, IReadOnlyList<Interval> columns, IReadOnlyList<Interval> rows)
    {
        var (panel, left, top) = (draft.Panel, columns[draft.Panel.Column].Low, rows[draft.Panel.Row].Low);
        var (right, bottom) = (columns[panel.Column + panel.ColumnSpan - 1].High, rows[panel.Row + panel.RowSpan - 1].High);
        var area = new Box(left, top, right - left, bottom - top);
        var (xRange, yRange) = panel.EqualScale ? Equal(draft.XRange, draft.YRange, area) : (draft.XRange, draft.YRange);
        var x = new Scale(xRange, panel.X.Logarithmic, panel.X.Reversed ? right : left, panel.X.Reversed ? left : right);
        var y = new Scale(yRange, panel.Y.Logarithmic, panel.Y.Reversed ? top : bottom, panel.Y.Reversed ? bottom : top);
        return new(panel, area, x, y, draft.XTicks, draft.YTicks, draft.XTickAngle) { XTitle = draft.XTitle, YTitle = draft.YTitle };
    }

    private static (Interval X, Interval Y) Equal(Interval x, Interval y, Box area)
    {
        var unit = Math.Min(area.Width / x.Length, area.Height / y.Length); // pixels
        Interval Widened(Interval range, double room) => new(range.Low - (((room / unit) - range.Length) / 2), range.High + (((room / unit) - range.Length) / 2));
        return (Widened(x, area.Width), Widened(y, area.Height));
    }

    // Every track gets the largest margin that one of its panels needs on that side, so that panels of a column align.
    private static IReadOnlyList<Interval> Tracks(IReadOnlyList<double> weights, Interval room, AxisDraft[] drafts, Func<AxisDraft, Need> needOf)
    {
        var before = new double[weights.Count];
        var after = new double[weights.Count];
        foreach (var need in drafts.Select(needOf))
        {
            before[need.First] = Math.Max(before[need.First], need.Before);
            after[need.Last] = Math.Max(after[need.Last], need.After);
        }
        var free = room.Length - before.Sum() - after.Sum();
        var from = room.Low;
        var tracks = new List<Interval>();
        foreach (var (index, weight) in weights.Index())
        {
            var start = from + before[index];
            var length = Math.Max(20, free * weight / weights.Sum());
            tracks.Add(new(start, start + length));
            from = start + length + after[index];
        }
        return tracks;
    }

    /// <summary>The tracks a panel takes along one direction, and the room its labels need before and after | pixels.</summary>
    private readonly record struct Need(int First, int Span, double Before, double After)
    {
        internal int Last => First + Span - 1;
    }
}
