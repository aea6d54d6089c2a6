namespace MatNotebooks.Kernel.Visuals.Charts.Svg;

/// <summary>Draws the grid under the marks of a panel, and lines, ticks and labels of its axes.</summary>
internal static class SvgAxes
{
    private const double TickLength = 4;

    internal static void DrawGrid(SvgCanvas canvas, Frame frame)
    {
        var (panel, area) = (frame.Panel, frame.Area);
        if (panel.X.ShowGrid)
            foreach (var x in Places(frame.XTicks, frame.X)) canvas.Line(x, area.Top, x, area.Bottom, Theme.Grid);
        if (panel.Y.ShowGrid)
            foreach (var y in Places(frame.YTicks, frame.Y)) canvas.Line(area.Left, y, area.Right, y, Theme.Grid);
    }

    internal static void DrawAxes(SvgCanvas canvas, Frame frame)
    {
        if (frame.Panel.X.Visible) DrawX(canvas, frame);
        if (frame.Panel.Y.Visible) DrawY(canvas, frame);
    }

    private static void DrawX(SvgCanvas canvas, Frame frame)
    {
        var (axis, area) = (frame.Panel.X, frame.Area);
        canvas.Line(area.Left, area.Bottom, area.Right, area.Bottom, Theme.Line);
        foreach (var tick in frame.XTicks.Where(tick => Inside(frame.X, tick.At)))
        {
            var x = frame.X.At(tick.At);
            canvas.Line(x, area.Bottom, x, area.Bottom + TickLength, Theme.Line);
            if (!axis.ShowLabels) continue;
            if (frame.XTickAngle == 0)
                canvas.Text(x, area.Bottom + TickLength + Theme.TickSize + 1, tick.Label, Theme.TickSize, Theme.Muted, "middle");
            else
                canvas.Text(x + 4, area.Bottom + TickLength + 9, tick.Label, Theme.TickSize, Theme.Muted, "end", -frame.XTickAngle);
        }
        var below = canvas.Height - RoomBelow(canvas, frame) - 6;
        foreach (var (index, line) in frame.XTitle.Lines.Index())
            canvas.Text(area.CenterX, below + (index * frame.XTitle.LineStep), line, frame.XTitle.Size, anchor: "middle");
    }

    // The title stands under the labels: at the lower end of the room that the layout left for this panel.
    private static double RoomBelow(SvgCanvas canvas, Frame frame)
    {
        var labels = !frame.Panel.X.ShowLabels ? 0
            : frame.XTickAngle == 0 ? Theme.TickSize + 4
            : (frame.XTicks.Max(tick => TextWidth.Of(tick.Label, Theme.TickSize)) * Math.Sin(frame.XTickAngle * Math.PI / 180)) + Theme.TickSize;
        return canvas.Height - (frame.Area.Bottom + 8 + labels + 22);
    }

    private static void DrawY(SvgCanvas canvas, Frame frame)
    {
        var (axis, area) = (frame.Panel.Y, frame.Area);
        canvas.Line(area.Left, area.Top, area.Left, area.Bottom, Theme.Line);
        var widest = 0.0;
        foreach (var tick in frame.YTicks.Where(tick => Inside(frame.Y, tick.At)))
        {
            var y = frame.Y.At(tick.At);
            canvas.Line(area.Left - TickLength, y, area.Left, y, Theme.Line);
            if (!axis.ShowLabels) continue;
            canvas.Text(area.Left - TickLength - 3, y + (Theme.TickSize * 0.35), tick.Label, Theme.TickSize, Theme.Muted, "end");
            widest = Math.Max(widest, TextWidth.Of(tick.Label, Theme.TickSize));
        }
        foreach (var (index, line) in frame.YTitle.Lines.Reverse().Index())
            canvas.Text(area.Left - TickLength - widest - 14 - (index * frame.YTitle.LineStep), area.CenterY, line, frame.YTitle.Size, anchor: "middle", angle: -90);
    }

    private static IEnumerable<double> Places(IEnumerable<Tick> ticks, Scale scale) =>
        ticks.Where(tick => Inside(scale, tick.At)).Select(tick => scale.At(tick.At));

    private static bool Inside(Scale scale, double value)
    {
        var slack = (scale.Range.Length * 1e-9) + double.Epsilon;
        return value >= scale.Range.Low - slack && value <= scale.Range.High + slack;
    }
}
