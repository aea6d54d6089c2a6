using System.Text;
using MatNotebooks.Formatting;

namespace MatNotebooks.Crystals;

/// <summary>A crystal's cell as a static picture: balls at the sites, seen from near the first lattice vector with the third upwards.</summary>
internal static class CellPicture
{
    private const int MostSites = 400;
    private const double Size = 300; // pixels
    private const double Margin = 22;
    private const double OnFace = 1e-3; // fractional; nearer to a face than this, a site is drawn on the opposite face too

    /// <summary>The picture as SVG; empty for crystals of more than 400 sites, where it shows nothing.</summary>
    public static string Svg(Crystal crystal)
    {
        if (crystal.Sites.Length > MostSites) return "";
        var view = View(crystal.Lattice);
        var balls = crystal.Sites.SelectMany(site => Images(site.Position).Select(at => (Site: site, At: view(crystal.Lattice.ToCartesian(at))))).ToArray();
        var corners = Corners.Select(corner => view(crystal.Lattice.ToCartesian(corner))).ToArray();
        var all = corners.Concat(balls.Select(ball => ball.At)).ToArray();
        var (left, top) = (all.Min(at => at.X), all.Max(at => at.Y));
        var scale = (Size - (2 * Margin)) / Math.Max(all.Max(at => at.X) - left, top - all.Min(at => at.Y));
        string X(Cartesian at) => $"{Margin + (scale * (at.X - left)):0.#}";
        string Y(Cartesian at) => $"{Margin + (scale * (top - at.Y)):0.#}";

        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Size}\" height=\"{Size}\" viewBox=\"0 0 {Size} {Size}\" role=\"img\"><title>{FactTable.Encode(crystal.ToString())}</title>");
        foreach (var (from, to) in Edges)
            svg.Append($"<line x1=\"{X(corners[from])}\" y1=\"{Y(corners[from])}\" x2=\"{X(corners[to])}\" y2=\"{Y(corners[to])}\" stroke=\"#7b8794\" stroke-width=\"1.2\"/>");
        foreach (var (site, at) in balls.OrderBy(ball => ball.At.Z))
        {
            var element = site.Occupants[0].Element;
            var radius = Math.Max(3, scale * 0.36 * (element.CovalentRadius ?? 1.5));
            svg.Append($"<circle cx=\"{X(at)}\" cy=\"{Y(at)}\" r=\"{radius:0.#}\" fill=\"{element.Color}\" stroke=\"#30363d\" stroke-width=\"0.8\"><title>{element.Symbol}</title></circle>");
        }
        return svg.Append("</svg>").ToString();
    }

    private static Fractional[] Corners => [.. Enumerable.Range(0, 8).Select(i => new Fractional(i & 1, (i >> 1) & 1, i >> 2))];

    // Corners that differ in one coordinate.
    private static IEnumerable<(int From, int To)> Edges =>
        from corner in Enumerable.Range(0, 8)
        from bit in new[] { 1, 2, 4 }
        where (corner & bit) == 0
        select (corner, corner | bit);

    // Right, up and towards the reader: c upwards, a towards the reader, then turned by 25 and tilted by 12 degrees.
    private static Func<Cartesian, Cartesian> View(Lattice lattice)
    {
        var up = (1 / lattice.C.Length) * lattice.C;
        var aside = up.Cross(lattice.A);
        var right = (1 / aside.Length) * aside;
        var near = right.Cross(up);
        var (turnSin, turnCos) = Math.SinCos(25 * Math.PI / 180);
        var (tiltSin, tiltCos) = Math.SinCos(12 * Math.PI / 180);
        return at =>
        {
            var (x, y, z) = (at.Dot(right), at.Dot(up), at.Dot(near));
            (x, z) = ((x * turnCos) - (z * turnSin), (x * turnSin) + (z * turnCos));
            return new(x, (y * tiltCos) - (z * tiltSin), (y * tiltSin) + (z * tiltCos));
        };
    }

    private static IEnumerable<Fractional> Images(Fractional position)
    {
        static double[] Along(double place)
        {
            var inside = place - Math.Floor(place);
            return inside < OnFace || inside > 1 - OnFace ? [0, 1] : [inside];
        }
        return from a in Along(position.A) from b in Along(position.B) from c in Along(position.C) select new Fractional(a, b, c);
    }
}
