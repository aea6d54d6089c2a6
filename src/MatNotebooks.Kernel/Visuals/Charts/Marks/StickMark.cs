using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>Upright lines of one width, such as the peaks of a spectrum; each says its label when the pointer is at its end.</summary>
internal sealed record StickMark(IReadOnlyList<double> X, IReadOnlyList<double> Foot, IReadOnlyList<double> Top) : Mark
{
    internal double Width { get; init; } = 1.6;

    internal double Opacity { get; init; } = 1;

    /// <summary>What each stick says on hover, lines apart by line feeds.</summary>
    internal IReadOnlyList<string>? Labels { get; init; }

    internal override LegendEntry? Legend => Name is null ? null : new(Name, Color, LegendKey.Line);

    internal override Interval XExtent(bool logarithmic) => Interval.Of(X, logarithmic);

    internal override Interval YExtent(bool logarithmic) => Interval.Of(Foot.Concat(Top), logarithmic);

    internal override IEnumerable<JsonObject> Traces(TraceContext context)
    {
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = PageJson.Numbers(X.SelectMany(x => new[] { x, x, double.NaN })),
            ["y"] = PageJson.Numbers(X.SelectMany((_, i) => new[] { Foot[i], Top[i], double.NaN })),
            ["line"] = new JsonObject { ["color"] = Color, ["width"] = Width },
            ["opacity"] = Opacity,
        };
        if (Labels is null) trace["hoverinfo"] = "skip";
        else
        {
            trace["text"] = PageJson.Texts(Labels.SelectMany(label => Enumerable.Repeat(TraceContext.Plain(label), 2).Append("")));
            trace["hovertemplate"] = $"%{{text}}<extra>{TraceContext.Plain(Name ?? "")}</extra>";
        }
        yield return trace;
    }

    internal override void Draw(SvgCanvas canvas, Frame frame)
    {
        var path = new StringBuilder();
        for (var i = 0; i < X.Count; i++)
        {
            var (x, foot, top) = (frame.X.At(X[i]), frame.Y.At(Foot[i]), frame.Y.At(Top[i]));
            if (double.IsFinite(x + foot + top))
                path.Append('M').Append(SvgCanvas.Number(x)).Append(' ').Append(SvgCanvas.Number(foot)).Append('V').Append(SvgCanvas.Number(top));
        }
        if (path.Length > 0) canvas.Stroke(path.ToString(), Color, Width, opacity: Opacity);
    }
}
