namespace MatNotebooks.Kernel.Visuals.Charts.Svg;

/// <summary>Draws a chart as a static picture.</summary>
internal static class SvgChart
{
    internal static string Of(ChartLayout layout, string description)
    {
        var canvas = new SvgCanvas(layout.Chart.Width, layout.Chart.Height);
        if (layout.Chart.Title is { } title)
            canvas.Text(layout.HeadLeft, 12 + Theme.TitleSize, title, Theme.TitleSize, bold: true);
        foreach (var frame in layout.Frames) Draw(canvas, frame);
        SvgLegend.Draw(canvas, layout);
        return canvas.Picture(description);
    }

    private static void Draw(SvgCanvas canvas, Frame frame)
    {
        SvgAxes.DrawGrid(canvas, frame);
        canvas.Clip(Grown(frame.Area));
        foreach (var mark in frame.Panel.Marks) mark.Draw(canvas, frame);
        canvas.Unclip();
        SvgAxes.DrawAxes(canvas, frame);
        if (frame.Panel.ColorBar is { } bar) SvgColorBar.Draw(canvas, frame.Area, bar);
        if (frame.Panel.Heading is { } heading)
            canvas.Text(frame.Area.CenterX, frame.Area.Top - 9, heading, Theme.LabelSize, anchor: "middle", bold: true);
        if (frame.Panel.Note is { } note) DrawNote(canvas, frame.Area, note);
    }

    // Half a point may stand over the frame.
    private static Box Grown(Box area) => new(area.Left - 1, area.Top - 1, area.Width + 2, area.Height + 2);

    private static void DrawNote(SvgCanvas canvas, Box area, Note note)
    {
        const double Row = 18;
        var width = note.Lines.Max(line => TextWidth.Of(line, Theme.TickSize)) + 16;
        var height = (note.Lines.Count * Row) + 8;
        var left = note.AtRight ? area.Right - width - 8 : area.Left + 10;
        var top = note.AtBottom ? area.Bottom - height - 10 : area.Top + 8;
        canvas.Rectangle(new(left, top, width, height), Theme.Paper, 0.88, Theme.Grid, radius: 4);
        foreach (var (index, line) in note.Lines.Index())
            canvas.Text(left + 8, top + ((index + 1) * Row), line, Theme.TickSize);
    }
}
