using MatNotebooks.Crystals;

namespace MatNotebooks.Graphs.Neighbors;

/// <summary>
/// Image points sorted into cubes whose edge is the radius, so that the neighbours of a place lie in nine rows of three cubes, each row
/// one run of points. Few points stay one run.
/// </summary>
internal sealed class PointGrid
{
    private const int FewPoints = 1000; // below, scanning all takes no longer than sorting them into cubes
    private int[] firstPoint = new int[64];
    private int[] cubeOfPoint = [];
    private int[] order = [];
    private Cartesian corner;
    private double edge;
    private int width, depth, height;

    public void Fill(ImagePoints points, double radius)
    {
        (width, depth, height) = (1, 1, 1);
        (firstPoint[0], firstPoint[1]) = (0, points.Count);
        if (points.Count <= FewPoints) return;
        Measure(points, radius);
        if (width * depth * height > 1) Sort(points);
    }

    /// <summary>Writes the runs of points that may be within the radius of a place.</summary>
    /// <param name="place">Position of an atom | Å.</param>
    /// <param name="runs">Room for nine runs, first point and the one behind the last.</param>
    /// <returns>How many runs.</returns>
    public int Runs(Cartesian place, Span<(int First, int End)> runs)
    {
        var (left, right) = Beside(place.X - corner.X, width);
        var (front, back) = Beside(place.Y - corner.Y, depth);
        var (bottom, top) = Beside(place.Z - corner.Z, height);
        var count = 0;
        for (var k = bottom; k <= top; k++)
        {
            for (var j = front; j <= back; j++)
            {
                var row = ((k * depth) + j) * width;
                runs[count++] = (firstPoint[row + left], firstPoint[row + right + 1]);
            }
        }
        return count;
    }

    private (int From, int To) Beside(double along, int cubes)
    {
        if (cubes == 1) return (0, 0);
        var cube = Cube(along, cubes);
        return (Math.Max(cube - 1, 0), Math.Min(cube + 1, cubes - 1));
    }

    private int Cube(double along, int cubes) => cubes == 1 ? 0 : Math.Clamp((int)(along / edge), 0, cubes - 1);

    private void Measure(ImagePoints points, double radius)
    {
        var sizeX = Span(points.X[..points.Count], out var leastX);
        var sizeY = Span(points.Y[..points.Count], out var leastY);
        var sizeZ = Span(points.Z[..points.Count], out var leastZ);
        corner = new(leastX, leastY, leastZ);
        edge = radius * (1 + 1e-9); // a pair exactly a radius apart is still in adjacent cubes
        for (; ; edge *= 1.5) // never more cubes than points
        {
            var (w, d, h) = (1 + Math.Floor(sizeX / edge), 1 + Math.Floor(sizeY / edge), 1 + Math.Floor(sizeZ / edge));
            if (w * d * h > points.Count) continue;
            (width, depth, height) = ((int)w, (int)d, (int)h);
            return;
        }
    }

    private static double Span(ReadOnlySpan<double> values, out double least)
    {
        least = double.PositiveInfinity;
        var greatest = double.NegativeInfinity;
        foreach (var value in values) (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        return greatest - least;
    }

    private void Sort(ImagePoints points)
    {
        var cubes = width * depth * height;
        Workspace.Grow(ref firstPoint, cubes + 2);
        Workspace.Grow(ref cubeOfPoint, points.Count);
        Workspace.Grow(ref order, points.Count);
        Array.Clear(firstPoint, 0, cubes + 2);
        for (var point = 0; point < points.Count; point++)
        {
            var cube = (((Cube(points.Z[point] - corner.Z, height) * depth) + Cube(points.Y[point] - corner.Y, depth)) * width)
                + Cube(points.X[point] - corner.X, width);
            cubeOfPoint[point] = cube;
            firstPoint[cube + 2]++;
        }
        for (var cube = 2; cube <= cubes + 1; cube++) firstPoint[cube] += firstPoint[cube - 1];
        for (var point = 0; point < points.Count; point++) order[firstPoint[cubeOfPoint[point] + 1]++] = point;
        points.Reorder(order.AsSpan(0, points.Count));
    }
}
