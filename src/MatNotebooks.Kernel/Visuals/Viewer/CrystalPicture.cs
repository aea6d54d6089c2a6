using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Draws a scene as a static picture: what is far first, spheres by shading, sticks by a light line on a dark one.</summary>
internal static class CrystalPicture
{
    private const int EdgePieces = 24; // pieces of a cell edge, so that it passes before and behind atoms

    internal static string Of(CrystalView view, CrystalScene scene, Stage stage, string words)
    {
        var canvas = new SvgCanvas(view.Width, view.Height);
        foreach (var color in scene.Atoms.Select(atom => atom.Color).Concat(Legend(view).Select(element => LegendColor(view, element))).Distinct().Order(StringComparer.Ordinal)) Shade(canvas, color);
        canvas.Text(16, 12 + Theme.TitleSize, view.Heading, Theme.TitleSize, bold: true);
        foreach (var (_, draw) in Pieces(canvas, scene, stage).OrderBy(piece => piece.Depth)) draw();
        foreach (var edge in scene.Edges.Where(edge => edge.Name is not null)) Name(canvas, stage, edge);
        DrawLegend(canvas, view);
        var right = stage.Area.Right - 16;
        foreach (var bar in new[] { view.Weights?.ToColorBar(), view.AtomColors?.ToColorBar() }.OfType<ColorBar>())
        {
            SvgColorBar.Draw(canvas, new(right, stage.Area.Top + 20, 0, Math.Min(stage.Area.Height - 40, 260)), bar);
            right += 92;
        }
        return canvas.Picture(words);
    }

    private static IEnumerable<Element> Legend(CrystalView view) =>
        view.Crystal.Sites.SelectMany(site => site.Occupants).Select(occupant => occupant.Element).DistinctBy(element => element.Number).OrderBy(element => element.Number);

    private static IEnumerable<(double Depth, Action Draw)> Pieces(SvgCanvas canvas, CrystalScene scene, Stage stage)
    {
        foreach (var atom in scene.Atoms)
        {
            var seen = Stage.Seen(atom.Position);
            yield return (seen.Z, () => Sphere(canvas, stage, seen, atom));
        }
        foreach (var stick in scene.Sticks)
        {
            var (from, to) = (Stage.Seen(OutOfBall(stick, scene)), Stage.Seen(stick.To));
            yield return (0.5 * (from.Z + to.Z), () => Stick(canvas, stage, from, to, stick));
        }
        foreach (var edge in scene.Edges)
            for (var i = 0; i < EdgePieces; i++)
            {
                var (from, to) = (Along(edge, i), Along(edge, i + 1));
                if (!scene.Atoms.Any(atom => (atom.Position - (0.5 * (from + to))).Length < atom.Radius))
                    yield return (Stage.Seen(0.5 * (from + to)).Z, () => Edge(canvas, stage, Stage.Seen(from), Stage.Seen(to), edge));
            }
    }

    private static Cartesian Along(SceneEdge edge, int piece) => edge.From + ((double)piece / EdgePieces * (edge.To - edge.From));

    // A stick begins in the middle of its atom; what the ball hides must not be painted over it.
    private static Cartesian OutOfBall(SceneStick stick, CrystalScene scene)
    {
        var ball = scene.Atoms.FirstOrDefault(atom => (atom.Position - stick.From).Length < 1e-6)?.Radius ?? 0;
        var along = stick.To - stick.From;
        var hidden = Math.Sqrt(Math.Max(0, (ball * ball) - (stick.Radius * stick.Radius))) * 0.96;
        return stick.From + (Math.Min(1, hidden / along.Length) * along);
    }

    private static void Sphere(SvgCanvas canvas, Stage stage, Cartesian seen, SceneAtom atom)
    {
        var (x, y) = stage.OnPaper(seen);
        canvas.Raw($"<circle cx=\"{SvgCanvas.Number(x)}\" cy=\"{SvgCanvas.Number(y)}\" r=\"{SvgCanvas.Number(atom.Radius * stage.PixelsPerAngstrom(seen))}\" fill=\"url(#{SvgCanvas.Id(ShadeOf(atom.Color))})\" stroke=\"{ColorScale.Blend(atom.Color, "#000000", 0.55)}\" stroke-width=\"0.6\"/>");
    }

    private static void Stick(SvgCanvas canvas, Stage stage, Cartesian from, Cartesian to, SceneStick stick)
    {
        var ((x1, y1), (x2, y2)) = (stage.OnPaper(from), stage.OnPaper(to));
        var width = 2 * stick.Radius * stage.PixelsPerAngstrom(0.5 * (from + to));
        var path = $"M{SvgCanvas.Number(x1)} {SvgCanvas.Number(y1)}L{SvgCanvas.Number(x2)} {SvgCanvas.Number(y2)}";
        canvas.Stroke(path, ColorScale.Blend(stick.Color, "#000000", 0.42), width);
        canvas.Stroke(path, stick.Color, width * 0.72);
        canvas.Stroke(path, ColorScale.Blend(stick.Color, "#ffffff", 0.45), width * 0.28);
    }

    private static void Edge(SvgCanvas canvas, Stage stage, Cartesian from, Cartesian to, SceneEdge edge)
    {
        var ((x1, y1), (x2, y2)) = (stage.OnPaper(from), stage.OnPaper(to));
        canvas.Stroke($"M{SvgCanvas.Number(x1)} {SvgCanvas.Number(y1)}L{SvgCanvas.Number(x2)} {SvgCanvas.Number(y2)}", edge.Color, edge.Name is null ? 1.2 : 2);
    }

    private static void Name(SvgCanvas canvas, Stage stage, SceneEdge edge)
    {
        var (x, y) = stage.OnPaper(Stage.Seen(edge.NamePlace));
        canvas.Text(x, y + 4, edge.Name!, Theme.LabelSize, edge.Color, "middle", bold: true);
    }

    // Where colours mean something else, grey balls of each element's size tell them apart.
    private static void DrawLegend(SvgCanvas canvas, CrystalView view)
    {
        var (x, y) = (24.0, view.Height - 18.0);
        var largest = Legend(view).Max(SceneBuilder.Radius);
        foreach (var element in Legend(view))
        {
            var color = LegendColor(view, element);
            var radius = view.AtomColors is null ? 8 : 9 * SceneBuilder.Radius(element) / largest;
            canvas.Raw($"<circle cx=\"{SvgCanvas.Number(x)}\" cy=\"{SvgCanvas.Number(y)}\" r=\"{SvgCanvas.Number(radius)}\" fill=\"url(#{SvgCanvas.Id(ShadeOf(color))})\" stroke=\"{ColorScale.Blend(color, "#000000", 0.55)}\" stroke-width=\"0.6\"/>");
            canvas.Text(x + 13, y + 4, element.Symbol, Theme.LabelSize);
            x += 38 + TextWidth.Of(element.Symbol, Theme.LabelSize);
        }
    }

    private static string LegendColor(CrystalView view, Element element) => view.AtomColors is null ? ElementColors.Of(element) : Theme.Line;

    private static string ShadeOf(string color) => "shade" + color[1..];

    private static void Shade(SvgCanvas canvas, string color) => canvas.Raw(
        $"<radialGradient id=\"{SvgCanvas.Id(ShadeOf(color))}\" cx=\"0.36\" cy=\"0.32\" r=\"0.72\"><stop offset=\"0\" stop-color=\"{ColorScale.Blend(color, "#ffffff", 0.72)}\"/><stop offset=\"0.45\" stop-color=\"{color}\"/><stop offset=\"1\" stop-color=\"{ColorScale.Blend(color, "#000000", 0.48)}\"/></radialGradient>");
}
