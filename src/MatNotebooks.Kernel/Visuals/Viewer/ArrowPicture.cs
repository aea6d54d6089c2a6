using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Draws arrows: a shaft and a head whose width shows in every direction.</summary>
internal static class ArrowPicture
{
    internal static IEnumerable<(double Depth, Action Draw)> Pieces(SvgCanvas canvas, ImmutableArray<SceneArrow> arrows, Stage stage)
    {
        foreach (var arrow in arrows)
        {
            var (from, to) = (stage.Seen(arrow.From), stage.Seen(arrow.To));
            yield return (Math.Max(from.Z, to.Z), () => Draw(canvas, stage, from, to, arrow));
        }
    }

    private static void Draw(SvgCanvas canvas, Stage stage, Cartesian from, Cartesian to, SceneArrow arrow)
    {
        var neck = from + (SceneArrow.Shaft * (to - from));
        var ((x1, y1), (x2, y2), (x3, y3)) = (stage.OnPaper(from), stage.OnPaper(neck), stage.OnPaper(to));
        var width = arrow.Radius * stage.PixelsPerAngstrom(to);
        canvas.Stroke($"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}", arrow.Color, 2 * width);
        var (right, down) = (x3 - x2, y3 - y2);
        var length = Math.Sqrt((right * right) + (down * down));
        var head = SceneArrow.HeadWidth * width;
        if (length < 0.5) canvas.Circle(x3, y3, head, arrow.Color, ColorScale.Blend(arrow.Color, "#000000", 0.4), 0.6); // seen from its point
        else
        {
            var (sideX, sideY) = (-down / length * head, right / length * head);
            canvas.Fill($"M{N(x3)} {N(y3)}L{N(x2 + sideX)} {N(y2 + sideY)}L{N(x2 - sideX)} {N(y2 - sideY)}z", arrow.Color);
        }
    }

    private static string N(double value) => SvgCanvas.Number(value);
}
