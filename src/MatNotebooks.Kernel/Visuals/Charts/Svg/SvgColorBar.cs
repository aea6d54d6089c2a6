namespace MatNotebooks.Kernel.Visuals.Charts.Svg;

/// <summary>Draws what colours mean beside a panel.</summary>
internal static class SvgColorBar
{
    private const double Thickness = 14;

    internal static void Draw(SvgCanvas canvas, Box area, ColorBar bar)
    {
        var left = area.Right + 12;
        var height = Math.Min(area.Height, 320);
        var top = area.CenterY - (height / 2);
        var steps = 48;
        for (var step = 0; step < steps; step++)
        {
            var color = bar.Scale.At((steps - step - 0.5) / steps);
            canvas.Rectangle(new(left, top + (height * step / steps), Thickness, (height / steps) + 0.6), color);
        }
        var scale = new Scale(bar.Range, false, top + height, top);
        var ticks = Ticks.On(bar.Range, false, 6);
        foreach (var tick in ticks)
            canvas.Text(left + Thickness + 5, scale.At(tick.At) + (Theme.TickSize * 0.35), tick.Label, Theme.TickSize - 1, Theme.Muted);
        var widest = ticks.Select(tick => TextWidth.Of(tick.Label, Theme.TickSize - 1)).DefaultIfEmpty(0).Max();
        canvas.Text(left + Thickness + widest + 19, area.CenterY, bar.Title, Theme.TickSize, anchor: "middle", angle: -90);
    }
}
