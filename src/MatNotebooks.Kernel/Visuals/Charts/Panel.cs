using System.Collections.Immutable;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Two axes and what is drawn between them, in a place of the chart's grid.</summary>
internal sealed record Panel(PanelAxis X, PanelAxis Y, ImmutableArray<Mark> Marks)
{
    internal int Row { get; init; }

    internal int Column { get; init; }

    internal int RowSpan { get; init; } = 1;

    internal int ColumnSpan { get; init; } = 1;

    /// <summary>A short heading above the panel.</summary>
    internal string? Heading { get; init; }

    /// <summary>Figures stated inside the panel, where no mark is in the way.</summary>
    internal Note? Note { get; init; }

    internal ColorBar? ColorBar { get; init; }

    /// <summary>Whether one unit is as long along x as along y; the range with room to spare is widened.</summary>
    internal bool EqualScale { get; init; }
}
