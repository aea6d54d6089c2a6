namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>An axis of a panel as its figure asks for it.</summary>
internal sealed record PanelAxis
{
    /// <summary>Label with unit; empty for none.</summary>
    internal string Title { get; init; } = "";

    /// <summary>Whether the title is written; a neighbour's may stand for it.</summary>
    internal bool ShowTitle { get; init; } = true;

    internal bool Titled => ShowTitle && Title.Length > 0;

    internal bool Logarithmic { get; init; }

    /// <summary>What the axis shows; the stretch of the marks and a margin by default.</summary>
    internal Interval? Range { get; init; }

    /// <summary>Labelled places; round numbers by default.</summary>
    internal IReadOnlyList<Tick>? Ticks { get; init; }

    /// <summary>Margin beyond the marks as a share of their stretch.</summary>
    internal double Padding { get; init; } = 0.04;

    /// <summary>Whether zero belongs to the range, as it does under bars.</summary>
    internal bool FromZero { get; init; }

    internal bool ShowLabels { get; init; } = true;

    internal bool ShowGrid { get; init; } = true;

    /// <summary>Whether line, ticks and labels are drawn at all.</summary>
    internal bool Visible { get; init; } = true;

    /// <summary>Whether values grow against reading order (downwards), as rows of a table do.</summary>
    internal bool Reversed { get; init; }

    /// <summary>Axes of one chart with the same word move together when one is dragged.</summary>
    internal string? Link { get; init; }

    internal static PanelAxis Hidden { get; } = new() { Visible = false, ShowLabels = false, ShowGrid = false };

    internal static PanelAxis Of(Axis axis) =>
        new() { Title = axis.Title, Logarithmic = axis.Logarithmic, Range = axis.Range is { } range ? new(range.Low, range.High) : null };
}
