using System.Collections.Immutable;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// Figures side by side as one, with one legend; each one's title becomes its heading. Rows are as high as their figures ask for: a
/// parity plot keeps its square.
/// </summary>
public sealed record FigureGrid : Figure
{
    private const double LowestPanel = 170; // pixels; lower ones have no room for ticks
    private const double HighestPanel = 640;
    private const int TitleHeight = 40;
    private readonly double[] rowHeights;   // pixels

    /// <summary>Builds a grid, filled row by row.</summary>
    /// <param name="columns">Figures in a row, at least 1.</param>
    /// <param name="figures">The figures.</param>
    /// <exception cref="ArgumentException">No figure, or no column.</exception>
    public FigureGrid(int columns, params IReadOnlyList<Figure> figures)
    {
        if (columns < 1) throw new ArgumentException($"columns is {columns}; a grid needs at least 1.");
        Same.NotEmpty(figures.Count, "figures");
        (ColumnCount, Figures) = (Math.Min(columns, figures.Count), figures);
        rowHeights = [.. Enumerable.Repeat(300.0, RowCount)];
        Width = 900;
        FitRows();
        Height = (int)Math.Round(rowHeights.Sum()) + TitleHeight;
    }

    /// <summary>Figures in a row.</summary>
    public int ColumnCount { get; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    private int RowCount => (Figures.Count + ColumnCount - 1) / ColumnCount;

    internal override Chart Draw()
    {
        var charts = Figures.Select(figure => (Chart: figure.Draw(), Heading: figure.Title)).ToArray();
        var columns = Tracks(ColumnCount, charts, index => index % ColumnCount, chart => chart.Columns);
        var rows = Tracks(RowCount, charts, index => index / ColumnCount, chart => chart.Rows);
        bool Same(int index, int other, Func<Panel, PanelAxis> axis) =>
            other >= 0 && other < charts.Length && TitleOf(charts[index].Chart, axis) is { } title && title == TitleOf(charts[other].Chart, axis);
        return new([.. charts.SelectMany((entry, index) => Panels(entry.Chart, entry.Heading, columns[index % ColumnCount], rows[index / ColumnCount])
            .Select(panel => panel with
            {
                X = panel.X with { ShowTitle = !Same(index, index + ColumnCount, each => each.X) },
                Y = panel.Y with { ShowTitle = index % ColumnCount == 0 || !Same(index, index - 1, each => each.Y) },
            }))])
        {
            Columns = [.. columns.SelectMany(track => track.Weights)], Rows = [.. rows.SelectMany((track, row) => track.Weights.Select(weight => weight * rowHeights[row]))],
        };
    }

    internal override string Words() => string.Join("\n\n", Figures.Select(figure => figure.Words()).Prepend(Title ?? $"{Figures.Count} figures"));

    // Labels take room that depends on the height in turn: three rounds settle to a pixel or so.
    private void FitRows()
    {
        double[] wanted = [.. Figures.Select(figure => Largest(ChartLayout.Of(figure.Draw() with { Width = figure.Width, Height = figure.Height }).Frames))
            .Select(area => area.Height / area.Width)];
        int[] panels = [.. Figures.Select(figure => figure.Draw().Panels.Length)];
        for (var round = 0; round < 3; round++)
        {
            var frames = ChartLayout.Of(Draw() with { Width = Width, Height = rowHeights.Sum() + TitleHeight }).Frames;
            var lacks = Figures.Select((_, index) =>
            {
                var area = Largest(frames.Skip(panels[..index].Sum()).Take(panels[index]));
                return (Row: index / ColumnCount, Height: Math.Clamp(area.Width * wanted[index], LowestPanel, HighestPanel) - area.Height);
            });
            foreach (var row in lacks.GroupBy(lack => lack.Row).ToArray()) rowHeights[row.Key] += row.Max(lack => lack.Height);
        }
    }

    private static Box Largest(IEnumerable<Frame> frames) => frames.Select(frame => frame.Area).MaxBy(area => area.Width * area.Height);

    // Only figures of one panel let a neighbour's title stand for theirs.
    private static string? TitleOf(Chart chart, Func<Panel, PanelAxis> axis) => chart.Panels is [var only] ? axis(only).Title : null;

    // A column of the grid has as many tracks as the figure in it that needs most; the others span them.
    private static Track[] Tracks(
        int count, (Chart Chart, string? Heading)[] charts, Func<int, int> trackOf, Func<Chart, ImmutableArray<double>> weightsOf)
    {
        var tracks = new Track[count];
        var first = 0;
        for (var i = 0; i < count; i++)
        {
            var here = charts.Where((_, index) => trackOf(index) == i).Select(entry => weightsOf(entry.Chart));
            var weights = here.MaxBy(candidate => candidate.Length);
            var sum = weights.Sum();
            tracks[i] = new(first, [.. weights.Select(weight => weight / sum)]);
            first += weights.Length;
        }
        return tracks;
    }

    private IEnumerable<Panel> Panels(Chart chart, string? heading, Track column, Track row) => chart.Panels.Select((panel, index) =>
    {
        var (left, wide) = Span(panel.Column, panel.ColumnSpan, chart.Columns.Length, column);
        var (top, high) = Span(panel.Row, panel.RowSpan, chart.Rows.Length, row);
        return panel with
        {
            Column = left, ColumnSpan = wide, Row = top, RowSpan = high,
            Note = ColumnCount < 3 || panel.Note is null ? panel.Note : panel.Note with { Lines = [.. panel.Note.Lines.Take(1)] }, // a narrow panel has no room for more
            Heading = panel is { Row: 0, Column: 0 } ? heading ?? chart.Title ?? panel.Heading : panel.Heading,
            X = Own(panel.X, column, row), Y = Own(panel.Y, column, row),
        };
    });

    // The last track of a narrower figure takes what its neighbours have more.
    private static (int First, int Span) Span(int first, int span, int count, Track track) =>
        (track.First + first, first + span == count ? track.Weights.Length - first : span);

    private static PanelAxis Own(PanelAxis axis, Track column, Track row) =>
        axis.Link is null ? axis : axis with { Link = $"{axis.Link} {column.First} {row.First}" };

    private readonly record struct Track(int First, ImmutableArray<double> Weights);
}
