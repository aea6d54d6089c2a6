using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>
/// Where the crystal stands on the picture and from where it is seen; the static picture and the living one agree in both. Title,
/// legend and colour bars stay part of the picture, around the stage.
/// </summary>
/// <param name="Area">Where it stands | pixels.</param>
/// <param name="Distance">Of the eye from the middle of the crystal | Å.</param>
internal sealed record Stage(Box Area, double Distance)
{
    /// <summary>Turn about the upright axis before the first look: a comes forward to the left, b to the right | degrees.</summary>
    internal const double Turn = -114;

    /// <summary>How far the viewer looks down | degrees.</summary>
    internal const double Tilt = 14;

    private const double HeadHeight = 40;
    private const double LegendHeight = 36;
    internal const double BarWidth = 92;
    private const double HalfView = 10 * Math.PI / 180; // of 3Dmol's camera
    private const double Filled = 0.95;                 // of the stage, whichever way the crystal has turned

    internal static Stage Of(CrystalView view, CrystalScene scene)
    {
        var bars = (view.AtomColors is null ? 0 : 1) + (view.Weights is null ? 0 : 1);
        var area = new Box(0, HeadHeight, view.Width - (bars * BarWidth), view.Height - HeadHeight - LegendHeight);
        return new(area, Math.Max(5, Extremes(scene).Max(extreme => Needed(extreme.Place, extreme.Radius, area.Width / area.Height))));
    }

    // The distance at which a ball stays on the stage through a whole turn.
    private static double Needed(Cartesian place, double radius, double aspect)
    {
        const int Looks = 36;
        var slope = Math.Tan(HalfView) * Filled;
        return Enumerable.Range(0, Looks).Max(look =>
        {
            var seen = Seen(place, look * 360.0 / Looks);
            return seen.Z + Math.Max((Math.Abs(seen.Y) + radius) / slope, (Math.Abs(seen.X) + radius) / (slope * aspect));
        });
    }

    private static IEnumerable<(Cartesian Place, double Radius)> Extremes(CrystalScene scene) =>
        scene.Atoms.Select(atom => (atom.Position, atom.Radius))
            .Concat(scene.Edges.SelectMany(edge => new[] { (edge.From, 0.1), (edge.To, 0.1), (edge.Name is null ? edge.To : edge.NamePlace, 0.2) }));

    /// <summary>A place of the scene as first seen: x to the right, y up, z towards the viewer | Å.</summary>
    internal static Cartesian Seen(Cartesian place) => Seen(place, Turn);

    private static Cartesian Seen(Cartesian place, double turn)
    {
        var (sinTurn, cosTurn) = Math.SinCos(turn * Math.PI / 180);
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

    /// <summary>How large one Å is at a depth: what is nearer looks larger | pixels.</summary>
    internal double PixelsPerAngstrom(Cartesian seen) => Area.Height / (2 * Math.Tan(HalfView) * (Distance - seen.Z));

    internal (double X, double Y) OnPaper(Cartesian seen)
    {
        var scale = PixelsPerAngstrom(seen);
        return (Area.CenterX + (scale * seen.X), Area.CenterY - (scale * seen.Y));
    }
}
