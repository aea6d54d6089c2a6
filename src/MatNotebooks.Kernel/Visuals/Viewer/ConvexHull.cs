using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>The faces of the smallest convex body round a few points.</summary>
internal static class ConvexHull
{
    private const double Flat = 0.02; // of the size of the body: corners this near a plane lie in it

    /// <summary>
    /// Its faces, each the indices of its corners, counter-clockwise seen from outside; corners in one plane make one face. Empty for
    /// fewer than four points, or points in one plane.
    /// </summary>
    internal static ImmutableArray<ImmutableArray<int>> Faces(IReadOnlyList<Cartesian> points)
    {
        var faces = new Dictionary<string, ImmutableArray<int>>();
        var size = points.Count == 0 ? 0 : points.Max(point => (point - points[0]).Length);
        for (var i = 0; i < points.Count; i++)
            for (var j = i + 1; j < points.Count; j++)
                for (var k = j + 1; k < points.Count; k++)
                    if (Plane(points, i, j, k, size) is { } normal && Corners(points, points[i], normal, Flat * size) is { } corners)
                        faces.TryAdd(string.Join(' ', corners.Order()), Round(points, corners, normal));
        return faces.Count < 4 ? [] : [.. faces.OrderBy(face => face.Key, StringComparer.Ordinal).Select(face => face.Value)];
    }

    /// <summary>Volume of the body | Å³.</summary>
    internal static double Volume(IReadOnlyList<Cartesian> points)
    {
        var sum = 0.0;
        foreach (var face in Faces(points))
            for (var i = 1; i + 1 < face.Length; i++)
                sum += points[face[0]].Dot(points[face[i]].Cross(points[face[i + 1]])) / 6;
        return Math.Abs(sum);
    }

    // The unit normal that points away from the middle of all points; null where the three are in line, or the plane cuts the body.
    private static Cartesian? Plane(IReadOnlyList<Cartesian> points, int i, int j, int k, double size)
    {
        var normal = (points[j] - points[i]).Cross(points[k] - points[i]);
        if (normal.Length < 1e-6 * size * size) return null;
        normal = (1 / normal.Length) * normal;
        var middle = (1.0 / points.Count) * points.Aggregate((left, right) => left + right);
        return normal.Dot(points[i] - middle) < 0 ? -1 * normal : normal;
    }

    private static int[]? Corners(IReadOnlyList<Cartesian> points, Cartesian through, Cartesian normal, double slack)
    {
        if (points.Any(point => normal.Dot(point - through) > slack)) return null;
        int[] inPlane = [.. Enumerable.Range(0, points.Count).Where(i => normal.Dot(points[i] - through) > -slack)];
        return inPlane.Length == points.Count ? null : inPlane;
    }

    private static ImmutableArray<int> Round(IReadOnlyList<Cartesian> points, int[] corners, Cartesian normal)
    {
        var middle = (1.0 / corners.Length) * corners.Select(i => points[i]).Aggregate((left, right) => left + right);
        var right = points[corners[0]] - middle;
        var up = normal.Cross(right);
        return [.. corners.OrderBy(i => Math.Atan2((points[i] - middle).Dot(up), (points[i] - middle).Dot(right)))];
    }
}
