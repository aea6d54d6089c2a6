using System.Collections.Immutable;
using System.Text;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Draws the faces of polyhedra that look towards the reader, lit from the front.</summary>
internal static class SolidPicture
{
    internal static IEnumerable<(double Depth, Action Draw)> Pieces(SvgCanvas canvas, ImmutableArray<SceneSolid> solids, Stage stage)
    {
        foreach (var solid in solids)
            foreach (var face in solid.Faces)
            {
                Cartesian[] corners = [.. face.Select(stage.Seen)];
                var normal = (corners[1] - corners[0]).Cross(corners[2] - corners[0]);
                var middle = (1.0 / corners.Length) * corners.Aggregate((left, right) => left + right);
                // Seen in perspective: a face shows when the eye is on its outer side.
                var toEye = new Cartesian(0, 0, stage.Distance) - middle;
                if (normal.Dot(toEye) <= 0) continue;
                var light = normal.Dot(toEye) / (normal.Length * toEye.Length);
                yield return (middle.Z, () => Draw(canvas, stage, corners, solid, light));
            }
    }

    private static void Draw(SvgCanvas canvas, Stage stage, Cartesian[] corners, SceneSolid solid, double light)
    {
        var path = new StringBuilder();
        foreach (var corner in corners)
        {
            var (x, y) = stage.OnPaper(corner);
            path.Append(path.Length == 0 ? 'M' : 'L').Append(SvgCanvas.Number(x)).Append(' ').Append(SvgCanvas.Number(y));
        }
        var fill = ColorScale.Blend(ColorScale.Blend(solid.Color, "#000000", 0.35), ColorScale.Blend(solid.Color, "#ffffff", 0.15), light);
        canvas.Fill(path.Append('z').ToString(), fill, solid.Opacity, ColorScale.Blend(solid.Color, "#000000", 0.3));
    }
}
