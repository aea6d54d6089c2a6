namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>Where sides lie, and which of them leaves names of points most readable.</summary>
internal static class TextSides
{
    private static readonly TextSide[] Around =
        [TextSide.Above, TextSide.Right, TextSide.Left, TextSide.Below, TextSide.AboveRight, TextSide.AboveLeft, TextSide.BelowRight, TextSide.BelowLeft];

    /// <summary>−1 left, 0 middle, 1 right.</summary>
    internal static int Across(this TextSide side) => side switch
    {
        TextSide.Right or TextSide.AboveRight or TextSide.BelowRight => 1,
        TextSide.Left or TextSide.AboveLeft or TextSide.BelowLeft => -1,
        _ => 0,
    };

    /// <summary>−1 below, 0 middle, 1 above.</summary>
    internal static int Up(this TextSide side) => side switch
    {
        TextSide.Above or TextSide.AboveRight or TextSide.AboveLeft => 1,
        TextSide.Below or TextSide.BelowRight or TextSide.BelowLeft => -1,
        _ => 0,
    };

    internal static TextSide Of(int across, int up) => Around.Append(TextSide.Middle).First(side => side.Across() == across && side.Up() == up);

    /// <summary>A side for each name, one after the other, that hides least of points, lines and names already placed.</summary>
    /// <param name="places">Places of the names | pixels, y upwards.</param>
    /// <param name="names">The names.</param>
    /// <param name="size">Size of their letters | pixels.</param>
    /// <param name="points">All points that should stay visible | pixels.</param>
    /// <param name="lines">Lines, which names should cross as little as can be | pixels.</param>
    internal static IReadOnlyList<TextSide> Chosen(
        IReadOnlyList<(double X, double Y)> places, IReadOnlyList<string> names, double size,
        IReadOnlyList<(double X, double Y)> points, IReadOnlyList<((double X, double Y) From, (double X, double Y) To)> lines)
    {
        var (taken, sides) = (new List<Box>(), new List<TextSide>());
        var dots = lines.SelectMany(line => Dots(line.From, line.To)).ToArray();
        foreach (var (place, name) in places.Zip(names))
        {
            double Cost(TextSide side)
            {
                var box = BoxOf(place, name, size, side);
                return (6 * points.Count(point => Holds(box, point, 5))) + (0.4 * dots.Count(dot => Holds(box, dot, 0))) + (10 * taken.Count(other => Overlap(box, other)));
            }
            var best = Around.MinBy(Cost);
            sides.Add(best);
            taken.Add(BoxOf(place, name, size, best));
        }
        return sides;
    }

    private static Box BoxOf((double X, double Y) place, string name, double size, TextSide side)
    {
        const double Clear = 8;
        var (width, height) = (TextWidth.Of(name, size) * 1.08, size * 1.1); // names are bold
        var middle = (X: place.X + (side.Across() * ((width / 2) + Clear)), Y: place.Y + (side.Up() * ((height / 2) + Clear)));
        return new(middle.X - (width / 2), middle.Y - (height / 2), width, height);
    }

    private static IEnumerable<(double X, double Y)> Dots((double X, double Y) from, (double X, double Y) to)
    {
        var count = (int)(Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)) / 4) + 1;
        return Enumerable.Range(0, count + 1).Select(i => (from.X + ((to.X - from.X) * i / count), from.Y + ((to.Y - from.Y) * i / count)));
    }

    private static bool Holds(Box box, (double X, double Y) point, double margin) =>
        point.X > box.Left - margin && point.X < box.Right + margin && point.Y > box.Top - margin && point.Y < box.Bottom + margin;

    private static bool Overlap(Box left, Box right) => left.Left < right.Right && right.Left < left.Right && left.Top < right.Bottom && right.Top < left.Bottom;
}
