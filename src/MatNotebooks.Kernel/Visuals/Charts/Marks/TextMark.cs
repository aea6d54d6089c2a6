using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>Words at places between the axes.</summary>
internal sealed record TextMark(IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<string> Texts) : Mark
{
    internal double Size { get; init; } = 11;

    internal bool Bold { get; init; }

    /// <summary>A colour for each text; the mark's own by default.</summary>
    internal IReadOnlyList<string>? Colors { get; init; }

    /// <summary>Which side of its place a text stands on.</summary>
    internal TextSide Side { get; init; }

    internal override Interval XExtent(bool logarithmic) => Interval.Of(X, logarithmic);

    internal override Interval YExtent(bool logarithmic) => Interval.Of(Y, logarithmic);

    internal override IEnumerable<JsonObject> Traces(TraceContext context)
    {
        var font = Theme.Font(Size, Color);
        if (Colors is not null) font["color"] = PageJson.Texts(Colors);
        yield return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["x"] = PageJson.Numbers(X),
            ["y"] = PageJson.Numbers(Y),
            ["text"] = PageJson.Texts(Texts.Select(Styled)),
            ["textfont"] = font,
            ["textposition"] = Side switch { TextSide.Above => "top center", TextSide.Right => "middle right", _ => "middle center" },
            ["hoverinfo"] = "skip",
        };
    }

    // A space keeps a text at the right off the mark it belongs to.
    private string Styled(string text)
    {
        var plain = TraceContext.Plain(Side == TextSide.Right && text.Length > 0 ? "\u00a0" + text : text);
        return Bold ? $"<b>{plain}</b>" : plain;
    }

    internal override void Draw(SvgCanvas canvas, Frame frame)
    {
        for (var i = 0; i < Texts.Count; i++)
        {
            var (x, y) = (frame.X.At(X[i]), frame.Y.At(Y[i]));
            if (!double.IsFinite(x + y) || Texts[i].Length == 0) continue;
            var (right, up) = Side switch { TextSide.Above => (0.0, 7.0), TextSide.Right => (7.0, -Size * 0.35), _ => (0.0, -Size * 0.35) };
            canvas.Text(x + right, y - up, Texts[i], Size, Colors?[i] ?? Color, Side == TextSide.Right ? "start" : "middle", bold: Bold);
        }
    }
}
