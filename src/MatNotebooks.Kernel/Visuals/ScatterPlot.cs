using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Points, each series in its own colour and shape, or all coloured by a third quantity.</summary>
public sealed record ScatterPlot : Figure
{
    /// <summary>Builds a plot of one or more series.</summary>
    /// <exception cref="ArgumentException">No series.</exception>
    public ScatterPlot(params IReadOnlyList<Series> series)
    {
        Same.NotEmpty(series.Count, "series");
        Series = series;
    }

    /// <summary>Builds a plot of one series without a name.</summary>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public ScatterPlot(IReadOnlyList<double> x, IReadOnlyList<double> y)
        : this(new Series("", x, y))
    {
    }

    /// <summary>The series, at least one.</summary>
    public IReadOnlyList<Series> Series { get; }

    /// <summary>The horizontal axis.</summary>
    public Axis X { get; init; } = "x";

    /// <summary>The vertical axis.</summary>
    public Axis Y { get; init; } = "y";

    /// <summary>A third quantity that colours the points of the first series, one value per point; null, the default, for none.</summary>
    public ColorValues? Color { get; init; }

    internal override Chart Draw()
    {
        if (Color is not null) Same.Count(Color.Values.Count, "Color", Series[0].X.Count, "the first series");
        return new([new Panel(PanelAxis.Of(X), PanelAxis.Of(Y), [.. Series.Select(Points)]) { ColorBar = Color?.ToColorBar() }]);
    }

    internal override string Words() => $"""
        {Title ?? $"Points of {Y.Label} against {X.Label}"}
        {string.Join('\n', Series.Select(series => SeriesWords.Of(series, X, Y)))}{Color?.Words()}
        """;

    private Mark Points(Series series, int index) => new PointMark(series.X, series.Y)
    {
        Name = series.Name.Length > 0 ? series.Name : null,
        Color = Palette.ColorOf(index),
        Symbol = Palette.SymbolOf(index),
        Labels = series.Labels,
        Errors = series.Errors is { } errors ? new(errors, errors) : null,
        Values = index == 0 ? Color?.Values : null,
    };
}
