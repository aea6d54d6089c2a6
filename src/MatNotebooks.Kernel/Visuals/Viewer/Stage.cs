using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>
/// Where the crystal stands on the picture and from where it is seen; the static picture and the living one agree in both. Title,
/// legend and colour bars stay part of the picture, around the stage.
/// </summary>
/// <param name="Area">Where it stands | pixels.</param>
/// <param name="PixelsPerAngstrom">How large.</param>
/// <param name="Reach">How far anything is from the axis it turns about | Å.</param>
internal sealed record Stage(Box Area, double PixelsPerAngstrom, double Reach)
{
    /// <summary>Turn about the upright axis before the first look: a comes forward to the left, b to the right | degrees.</summary>
    internal const double Turn = -114;

    /// <summary>How far the viewer looks down | degrees.</summary>
    internal const double Tilt = 14;

    private const double HeadHeight = 40;
    private const double LegendHeight = 36;
    private const double BarWidth = 92;

    internal static Stage Of(CrystalView view, CrystalScene scene)
    {
        var bars = (view.AtomColors is null ? 0 : 1) + (view.Weights is null ? 0 : 1);
        var area = new Box(0, HeadHeight, view.Width - (bars * BarWidth), view.Height - HeadHeight - LegendHeight);
        var (sin, cos) = Math.SinCos(Tilt * Math.PI / 180);
        var (across, upward) = (1.0, 1.0);
        foreach (var (place, radius) in Extremes(scene))
        {
            var reach = Math.Sqrt((place.X * place.X) + (place.Z * place.Z)); // it turns: take the widest it becomes
            across = Math.Max(across, reach + radius);
            upward = Math.Max(upward, (Math.Abs(place.Y) * cos) + (reach * sin) + radius);
        }
        return new(area, 0.92 * Math.Min(area.Width / (2 * across), area.Height / (2 * upward)), across);
    }

    private static IEnumerable<(Cartesian Place, double Radius)> Extremes(CrystalScene scene) =>
        scene.Atoms.Select(atom => (atom.Position, atom.Radius))
            .Concat(scene.Edges.SelectMany(edge => new[] { (edge.From, 0.1), (edge.To, 0.1), (edge.Name is null ? edge.To : edge.NamePlace, 0.2) }));

    /// <summary>A place of the scene as first seen: x to the right, y up, z towards the viewer | Å.</summary>
    internal static Cartesian Seen(Cartesian place)
    {
        var (sinTurn, cosTurn) = Math.SinCos(Turn * Math.PI / 180);
        var (sinTilt, cosTilt) = Math.SinCos(Tilt * Math.PI / 180);
        var (x, z) = ((place.X * cosTurn) + (place.Z * sinTurn), (place.Z * cosTurn) - (place.X * sinTurn));
        return new(x, (place.Y * cosTilt) - (z * sinTilt), (place.Y * sinTilt) + (z * cosTilt));
    }

    /// <summary>The same view as a quaternion x, y, z, w: turned about y, then tilted about x.</summary>
    internal static double[] Quaternion()
    {
        var (sinTurn, cosTurn) = Math.SinCos(Turn * Math.PI / 360);
        var (sinTilt, cosTilt) = Math.SinCos(Tilt * Math.PI / 360);
        return [sinTilt * cosTurn, cosTilt * sinTurn, sinTilt * sinTurn, cosTilt * cosTurn];
    }

    internal (double X, double Y) OnPaper(Cartesian seen) =>
        (Area.CenterX + (PixelsPerAngstrom * seen.X), Area.CenterY - (PixelsPerAngstrom * seen.Y));
}
