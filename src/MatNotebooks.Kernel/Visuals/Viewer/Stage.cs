using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>
/// Where the crystal stands on the picture and from where it is seen; the static picture and the living one agree in both. Title,
/// legend and colour bars stay part of the picture, around the stage.
/// </summary>
/// <param name="Area">Where it stands | pixels.</param>
/// <param name="Distance">Of the eye from the middle of the crystal | Å.</param>
/// <param name="Look">From where it is seen.</param>
internal sealed record Stage(Box Area, double Distance, Look Look)
{
    private const double HeadHeight = 40;
    private const double LegendHeight = 36;
    internal const double BarWidth = 92;
    private const double HalfView = 10 * Math.PI / 180; // of 3Dmol's camera
    private const double Filled = 0.95;                 // of the stage, whichever way the crystal has turned

    internal static Stage Of(ViewCard card, IEnumerable<CrystalScene> scenes)
    {
        var area = new Box(0, HeadHeight, card.Width - (card.Bars.Length * BarWidth), card.Height - HeadHeight - LegendHeight);
        var looks = Enumerable.Range(0, 36).Select(turn => Look.Turned(turn * 10)).Concat(card.Looks.Values).ToArray();
        var distance = scenes.SelectMany(Extremes).Max(extreme => Needed(extreme.Place, extreme.Radius, area.Width / area.Height, looks));
        return new(area, Math.Max(5, distance), card.First);
    }

    // The distance at which a ball stays on the stage through a whole turn, and along every axis.
    private static double Needed(Cartesian place, double radius, double aspect, Look[] looks)
    {
        var slope = Math.Tan(HalfView) * Filled;
        return looks.Max(look =>
        {
            var seen = look.Seen(place);
            return seen.Z + Math.Max((Math.Abs(seen.Y) + radius) / slope, (Math.Abs(seen.X) + radius) / (slope * aspect));
        });
    }

    private static IEnumerable<(Cartesian Place, double Radius)> Extremes(CrystalScene scene) =>
        scene.Atoms.Select(atom => (atom.Position, atom.Radius))
            .Concat(scene.Arrows.Select(arrow => (arrow.To, 0.2)))
            .Concat(scene.Edges.SelectMany(edge => new[] { (edge.From, 0.1), (edge.To, 0.1), (edge.Name is null ? edge.To : edge.NamePlace, 0.2) }));

    /// <summary>A place of the scene as first seen: x to the right, y up, z towards the viewer | Å.</summary>
    internal Cartesian Seen(Cartesian place) => Look.Seen(place);

    /// <summary>How large one Å is at a depth: what is nearer looks larger | pixels.</summary>
    internal double PixelsPerAngstrom(Cartesian seen) => Area.Height / (2 * Math.Tan(HalfView) * (Distance - seen.Z));

    internal (double X, double Y) OnPaper(Cartesian seen)
    {
        var scale = PixelsPerAngstrom(seen);
        return (Area.CenterX + (scale * seen.X), Area.CenterY - (scale * seen.Y));
    }
}
