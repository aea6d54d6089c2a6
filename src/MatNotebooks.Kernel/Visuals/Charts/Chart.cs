using System.Collections.Immutable;

namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>A figure before it is written in any form: panels in a grid whose columns and rows have weights.</summary>
internal sealed record Chart(ImmutableArray<Panel> Panels)
{
    internal string? Title { get; init; }

    internal double Width { get; init; } = 720;

    internal double Height { get; init; } = 440;

    internal ImmutableArray<double> Columns { get; init; } = [1];

    internal ImmutableArray<double> Rows { get; init; } = [1];

    /// <summary>Legend entries: one per name, in the order of drawing.</summary>
    internal IReadOnlyList<LegendEntry> Legend =>
        [.. Panels.SelectMany(panel => panel.Marks).Select(mark => mark.Legend).OfType<LegendEntry>().DistinctBy(entry => entry.Name)];
}
