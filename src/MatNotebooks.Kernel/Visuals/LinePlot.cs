using System.Collections.Immutable;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Lines through points, each series in its own colour.</summary>
public sealed record LinePlot : Figure
{
    private const int MostMarked = 40; // beyond, points on a line only thicken it

    /// <summary>Builds a plot of one or more series.</summary>
    /// <exception cref="ArgumentException">No series.</exception>
    public LinePlot(params IReadOnlyList<Series> series)
    {
        Same.NotEmpty(series.Count, "series");
        Series = series;
    }

    /// <summary>Builds a plot of one series without a name.</summary>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public LinePlot(IReadOnlyList<double> x, IReadOnlyList<double> y)
        : this(new Series("", x, y))
    {
    }

    /// <summary>The series, at least one.</summary>
    public IReadOnlyList<Series> Series { get; }

    /// <summary>The horizontal axis.</summary>
    public Axis X { get; init; } = "x";

    /// <summary>The vertical axis.</summary>
    public Axis Y { get; init; } = "y";

    internal override Chart Draw() => new([new Panel(PanelAxis.Of(X), PanelAxis.Of(Y), [.. Series.SelectMany(Marks)])]);

    internal override string Words() => $"""
        {Title ?? $"Lines of {Y.Label} against {X.Label}"}
        {string.Join('\n', Series.Select(series => SeriesWords.Of(series, X, Y)))}
        """;

    private static IEnumerable<Mark> Marks(Series series, int index)
    {
        var (name, color) = (series.Name.Length > 0 ? series.Name : null, Palette.ColorOf(index));
        var marked = series.X.Count <= MostMarked && !series.Dashed;
        yield return new LineMark(series.X, series.Y)
        {
            Name = name, Color = color, Dash = series.Dashed ? Dash.Dashed : Dash.Solid, Silent = marked, InLegend = !marked,
        };
        if (marked)
            yield return new PointMark(series.X, series.Y)
            {
                Name = name, Color = color, Opacity = 1, OnLine = true, Symbol = Palette.SymbolOf(index), Labels = series.Labels,
                Errors = series.Errors is { } errors ? new(errors, errors) : null,
            };
    }
}
