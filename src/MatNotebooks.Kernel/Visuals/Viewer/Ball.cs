using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Draws atoms as lit balls; each colour is defined once per picture.</summary>
internal static class Ball
{
    internal static void Define(SvgCanvas canvas, string color) =>
        canvas.Shading(Shade(color), ColorScale.Blend(color, "#ffffff", 0.72), color, ColorScale.Blend(color, "#000000", 0.48));

    internal static void Draw(SvgCanvas canvas, double x, double y, double radius, string color) =>
        canvas.Circle(x, y, radius, SvgCanvas.Reference(Shade(color)), ColorScale.Blend(color, "#000000", 0.55), 0.6);

    private static string Shade(string color) => "shade" + color[1..];
}
