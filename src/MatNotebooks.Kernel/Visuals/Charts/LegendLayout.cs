namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>The legend as rows of entries under the title, where it hides no data.</summary>
internal sealed record LegendLayout(IReadOnlyList<LegendLayout.Placed> Entries, double Height)
{
    internal const double KeyWidth = 30;
    internal const double RowHeight = 22;
    private const double Gap = 22;

    internal static LegendLayout Of(IReadOnlyList<LegendEntry> entries, double width)
    {
        var placed = new List<Placed>();
        var (x, row) = (0.0, 0);
        foreach (var entry in entries)
        {
            var room = KeyWidth + 6 + TextWidth.Of(entry.Name, Theme.TickSize) + Gap;
            if (x > 0 && x + room - Gap > width) (x, row) = (0, row + 1);
            placed.Add(new(entry, x, row * RowHeight));
            x += room;
        }
        return new(placed, entries.Count == 0 ? 0 : ((row + 1) * RowHeight) + 4);
    }

    /// <summary>An entry and where its key begins, from the legend's upper left corner.</summary>
    internal readonly record struct Placed(LegendEntry Entry, double X, double Y);
}
