namespace MatNotebooks.Kernel.Visuals.Charts.Svg;

/// <summary>Draws the legend under the title.</summary>
internal static class SvgLegend
{
    internal static void Draw(SvgCanvas canvas, ChartLayout layout)
    {
        var top = layout.HeadHeight - layout.Legend.Height;
        foreach (var placed in layout.Legend.Entries)
        {
            var (left, middle) = (layout.HeadLeft + placed.X, top + placed.Y + (LegendLayout.RowHeight / 2));
            DrawKey(canvas, placed.Entry, left, middle);
            canvas.Text(left + LegendLayout.KeyWidth + 6, middle + (Theme.TickSize * 0.35), placed.Entry.Name, Theme.TickSize);
        }
    }

    private static void DrawKey(SvgCanvas canvas, LegendEntry entry, double left, double middle)
    {
        var right = left + LegendLayout.KeyWidth;
        if (entry.Key is LegendKey.Line or LegendKey.LineWithPoint) canvas.Line(left, middle, right, middle, entry.Color, 2.2);
        if (entry.Key is LegendKey.DashedLine) canvas.Line(left, middle, right, middle, entry.Color, 2.2, "6 4");
        if (entry.Key is LegendKey.Box) canvas.Rectangle(new(left + 6, middle - 6, 14, 12), entry.Color, radius: 2);
        if (entry.Key is LegendKey.Point or LegendKey.LineWithPoint)
            SvgSymbol.Draw(canvas, entry.Symbol, left + (LegendLayout.KeyWidth / 2), middle, 8, entry.Color, 1);
    }
}
