using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Draws a scene as a static picture: what is far first, balls by shading, sticks by a light line on a dark one.</summary>
internal static class CrystalPicture
{
    private const int EdgePieces = 24; // pieces of a cell edge, so that it passes before and behind atoms

    internal static string Of(ViewCard card, CrystalScene scene, Stage stage)
    {
        var canvas = new SvgCanvas(card.Width, card.Height);
        var legend = new ElementLegend(card);
        var colors = scene.Atoms.Select(atom => atom.Color).Concat(legend.Colors).Distinct();
        foreach (var color in colors.Order(StringComparer.Ordinal)) Ball.Define(canvas, color);
        canvas.Text(16, 12 + Theme.TitleSize, card.Heading, Theme.TitleSize, bold: true);
        foreach (var (_, draw) in Pieces(canvas, scene, stage).OrderBy(piece => piece.Depth)) draw();
        foreach (var edge in scene.Edges.Where(edge => edge.Name is not null)) Name(canvas, stage, edge);
        legend.Draw(canvas, 24, card.Height - 18);
        if (card.Caption is { } caption) canvas.Text(card.Width - 16, card.Height - 14, caption, Theme.TickSize, Arrows.Color, "end");
        var right = stage.Area.Right - 16;
        foreach (var bar in card.Bars)
        {
            SvgColorBar.Draw(canvas, new(right, stage.Area.Top + 20, 0, Math.Min(stage.Area.Height - 40, 260)), bar);
            right += Stage.BarWidth;
        }
        return canvas.Picture(card.Words);
    }

    private static IEnumerable<(double Depth, Action Draw)> Pieces(SvgCanvas canvas, CrystalScene scene, Stage stage)
    {
        var balls = scene.Atoms.GroupBy(atom => Key(atom.Position)).ToDictionary(atoms => atoms.Key, atoms => atoms.First().Radius);
        foreach (var atom in scene.Atoms)
        {
            var seen = stage.Seen(atom.Position);
            yield return (seen.Z, () => Atom(canvas, stage, seen, atom));
        }
        foreach (var stick in scene.Sticks)
        {
            var (from, to) = (stage.Seen(OutOfBall(stick, balls.GetValueOrDefault(Key(stick.From)))), stage.Seen(stick.To));
            yield return (0.5 * (from.Z + to.Z), () => Stick(canvas, stage, from, to, stick));
        }
        foreach (var edge in scene.Edges)
            for (var i = 0; i < EdgePieces; i++)
            {
                var (from, to) = (Along(edge, i), Along(edge, i + 1));
                var middle = 0.5 * (from + to);
                if (!scene.Atoms.Any(atom => (atom.Position - middle).Length < atom.Radius))
                    yield return (stage.Seen(middle).Z, () => Edge(canvas, stage, from, to, edge));
            }
        foreach (var piece in SolidPicture.Pieces(canvas, scene.Solids, stage)) yield return piece;
        foreach (var piece in ArrowPicture.Pieces(canvas, scene.Arrows, stage)) yield return piece;
    }

    private static (double, double, double) Key(Cartesian place) => (Math.Round(place.X, 4), Math.Round(place.Y, 4), Math.Round(place.Z, 4));

    private static Cartesian Along(SceneEdge edge, int piece) => edge.From + ((double)piece / EdgePieces * (edge.To - edge.From));

    // A stick begins in the middle of its atom; what the ball hides must not be painted over it.
    private static Cartesian OutOfBall(SceneStick stick, double ball)
    {
        var along = stick.To - stick.From;
        var hidden = Math.Sqrt(Math.Max(0, (ball * ball) - (stick.Radius * stick.Radius))) * 0.96;
        return stick.From + (Math.Min(1, hidden / along.Length) * along);
    }

    private static void Atom(SvgCanvas canvas, Stage stage, Cartesian seen, SceneAtom atom)
    {
        var ((x, y), radius) = (stage.OnPaper(seen), atom.Radius * stage.PixelsPerAngstrom(seen));
        Ball.Draw(canvas, x, y, radius, atom.Color);
        if (atom.Label is { } label) canvas.Text(x, y + 4, label, Theme.TickSize - 1, ColorScale.InkOn(atom.Color), "middle", bold: true);
    }

    private static void Stick(SvgCanvas canvas, Stage stage, Cartesian from, Cartesian to, SceneStick stick)
    {
        var (path, width) = (Path(stage, from, to), 2 * stick.Radius * stage.PixelsPerAngstrom(0.5 * (from + to)));
        canvas.Stroke(path, ColorScale.Blend(stick.Color, "#000000", 0.42), width);
        canvas.Stroke(path, stick.Color, width * 0.72);
        canvas.Stroke(path, ColorScale.Blend(stick.Color, "#ffffff", 0.45), width * 0.28);
    }

    private static void Edge(SvgCanvas canvas, Stage stage, Cartesian from, Cartesian to, SceneEdge edge) =>
        canvas.Stroke(Path(stage, stage.Seen(from), stage.Seen(to)), edge.Color, edge.Name is null ? 1.2 : 2);

    private static string Path(Stage stage, Cartesian from, Cartesian to)
    {
        var ((x1, y1), (x2, y2)) = (stage.OnPaper(from), stage.OnPaper(to));
        return $"M{SvgCanvas.Number(x1)} {SvgCanvas.Number(y1)}L{SvgCanvas.Number(x2)} {SvgCanvas.Number(y2)}";
    }

    private static void Name(SvgCanvas canvas, Stage stage, SceneEdge edge)
    {
        var (x, y) = stage.OnPaper(stage.Seen(edge.NamePlace));
        canvas.Text(x, y + 4, edge.Name!, Theme.LabelSize, edge.Color, "middle", bold: true);
    }
}
