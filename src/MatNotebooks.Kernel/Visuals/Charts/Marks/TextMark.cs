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

    /// <summary>A side for each text; <see cref="Side"/> by default.</summary>
    internal IReadOnlyList<TextSide>? Sides { get; init; }

    /// <summary>Size of the points that the texts name and must stay clear of | pixels; 0 for none.</summary>
    internal double Clear { get; init; }

    internal override Interval XExtent(bool logarithmic) => Interval.Of(X, logarithmic);

    internal override Interval YExtent(bool logarithmic) => Interval.Of(Y, logarithmic);

    internal override IEnumerable<JsonObject> Traces(TraceContext context)
    {
        var font = Theme.Font(Size, Color);
        if (Colors is not null) font["color"] = PageJson.Texts(Colors);
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = Clear > 0 ? "markers+text" : "text",
            ["x"] = PageJson.Numbers(X),
            ["y"] = PageJson.Numbers(Y),
            ["text"] = PageJson.Texts(Texts.Select(Styled)),
            ["textfont"] = font,
            ["textposition"] = Sides is null ? Position(Side) : PageJson.Texts(Sides.Select(Position)),
            ["hoverinfo"] = "skip",
        };
        // plotly keeps texts off markers: ones that are not seen.
        if (Clear > 0) trace["marker"] = new JsonObject { ["size"] = Clear, ["color"] = "rgba(0,0,0,0)", ["line"] = new JsonObject { ["width"] = 0 } };
        yield return trace;
    }

    private static string Position(TextSide side) =>
        $"{side.Up() switch { 1 => "top", -1 => "bottom", _ => "middle" }} {side.Across() switch { 1 => "right", -1 => "left", _ => "center" }}";

    // A space keeps a text at the right off the mark it belongs to.
    private string Styled(string text)
    {
        var plain = TraceContext.Plain(Clear == 0 && Side == TextSide.Right && text.Length > 0 ? "\u00a0" + text : text);
        return Bold ? $"<b>{plain}</b>" : plain;
    }

    internal override void Draw(SvgCanvas canvas, Frame frame)
    {
        for (var i = 0; i < Texts.Count; i++)
        {
            var (x, y) = (frame.X.At(X[i]), frame.Y.At(Y[i]));
            if (!double.IsFinite(x + y) || Texts[i].Length == 0) continue;
            var side = Sides?[i] ?? Side;
            var gap = Clear > 0 ? (Clear / 2) + 2.5 : 7;
            var up = side.Up() switch { 1 => gap, -1 => -gap - (Size * 0.75), _ => -Size * 0.35 };
            var anchor = side.Across() switch { 1 => "start", -1 => "end", _ => "middle" };
            canvas.Text(x + (side.Across() * gap), y - up, Texts[i], Size, Colors?[i] ?? Color, anchor, bold: Bold);
        }
    }
}
