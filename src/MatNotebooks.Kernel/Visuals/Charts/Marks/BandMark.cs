using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>The room between a lower and an upper line, such as an interval.</summary>
internal sealed record BandMark(IReadOnlyList<double> X, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper) : Mark
{
    internal double Opacity { get; init; } = 0.18;

    internal override Interval XExtent(bool logarithmic) => Interval.Of(X, logarithmic);

    internal override Interval YExtent(bool logarithmic) => Interval.Of(Lower.Concat(Upper), logarithmic);

    internal override IEnumerable<JsonObject> Traces(TraceContext context)
    {
        yield return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = PageJson.Numbers(Outline().Select(point => point.X)),
            ["y"] = PageJson.Numbers(Outline().Select(point => point.Y)),
            ["fill"] = "toself",
            ["fillcolor"] = Transparent(),
            ["line"] = new JsonObject { ["width"] = 0, ["color"] = Color },
            ["hoverinfo"] = "skip",
        };
    }

    internal override void Draw(SvgCanvas canvas, Frame frame)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in Outline())
        {
            var (left, top) = (frame.X.At(x), frame.Y.At(y));
            if (double.IsFinite(left + top))
                path.Append(path.Length == 0 ? 'M' : 'L').Append(SvgCanvas.Number(left)).Append(' ').Append(SvgCanvas.Number(top));
        }
        if (path.Length > 0) canvas.Fill(path.Append('z').ToString(), Color, Opacity);
    }

    private IEnumerable<(double X, double Y)> Outline() =>
        X.Select((x, i) => (x, Upper[i])).Concat(X.Select((x, i) => (x, Lower[i])).Reverse());

    private string Transparent() =>
        $"rgba({Convert.ToInt32(Color[1..3], 16)},{Convert.ToInt32(Color[3..5], 16)},{Convert.ToInt32(Color[5..7], 16)},{Opacity:0.##})";
}
