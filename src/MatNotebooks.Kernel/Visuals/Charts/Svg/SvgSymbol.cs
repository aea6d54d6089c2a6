namespace MatNotebooks.Kernel.Visuals.Charts.Svg;

/// <summary>Draws one point.</summary>
internal static class SvgSymbol
{
    internal static void Draw(
        SvgCanvas canvas, Symbol symbol, double x, double y, double size, string color, double opacity, string rim = Theme.Paper)
    {
        var r = size / 2;
        if (symbol == Symbol.Circle) canvas.Circle(x, y, r, color, rim, 0.6, opacity);
        else if (symbol == Symbol.Ring) canvas.Circle(x, y, r, Theme.Paper, color, 1.6);
        else if (symbol == Symbol.Cross)
            canvas.Stroke($"M{N(x - r)} {N(y - r)}l{N(2 * r)} {N(2 * r)}m{N(-2 * r)} 0l{N(2 * r)} {N(-2 * r)}", color, 2, opacity: opacity);
        else
            canvas.Fill(Outline(symbol, x, y, r), color, opacity, rim);
    }

    private static string Outline(Symbol symbol, double x, double y, double r) => symbol switch
    {
        Symbol.Square => $"M{N(x - (0.9 * r))} {N(y - (0.9 * r))}h{N(1.8 * r)}v{N(1.8 * r)}h{N(-1.8 * r)}z",
        Symbol.Diamond => $"M{N(x)} {N(y - (1.25 * r))}L{N(x + (1.25 * r))} {N(y)}L{N(x)} {N(y + (1.25 * r))}L{N(x - (1.25 * r))} {N(y)}z",
        _ => $"M{N(x)} {N(y - (1.2 * r))}L{N(x + (1.1 * r))} {N(y + (0.8 * r))}L{N(x - (1.1 * r))} {N(y + (0.8 * r))}z",
    };

    private static string N(double value) => SvgCanvas.Number(value);
}
