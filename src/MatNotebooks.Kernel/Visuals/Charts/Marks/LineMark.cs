using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>A line through points in their order; a point that is not finite interrupts it.</summary>
internal sealed record LineMark(IReadOnlyList<double> X, IReadOnlyList<double> Y) : Mark
{
    internal double Width { get; init; } = 2.2;

    internal Dash Dash { get; init; }

    /// <summary>Whether it ends at its points and not half its width beyond; a thick one must.</summary>
    internal bool EndsAtPoints { get; init; }

    /// <summary>Whether the line answers the pointer; a reference line does not.</summary>
    internal bool Silent { get; init; }

    /// <summary>Whether it has its own entry in the legend; a line under points of the same name has not.</summary>
    internal bool InLegend { get; init; } = true;

    internal override LegendEntry? Legend =>
        Name is null || !InLegend ? null : new(Name, Color, Dash == Dash.Solid ? LegendKey.Line : LegendKey.DashedLine);

    internal override Interval XExtent(bool logarithmic) => Interval.Of(X, logarithmic);

    internal override Interval YExtent(bool logarithmic) => Interval.Of(Y, logarithmic);

    internal override IEnumerable<JsonObject> Traces(TraceContext context)
    {
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = PageJson.Numbers(X),
            ["y"] = PageJson.Numbers(Y),
            ["line"] = new JsonObject
            {
                ["color"] = Color,
                ["width"] = Width,
                ["dash"] = Dash switch { Dash.Dashed => "dash", Dash.Dotted => "dot", _ => "solid" },
            },
        };
        if (Silent) trace["hoverinfo"] = "skip";
        else trace["hovertemplate"] = context.Hover(Name, labelled: false);
        yield return trace;
    }

    internal override void Draw(SvgCanvas canvas, Frame frame)
    {
        var path = new StringBuilder();
        var pen = 'M';
        for (var i = 0; i < X.Count; i++)
        {
            var (x, y) = (frame.X.At(X[i]), frame.Y.At(Y[i]));
            if (!double.IsFinite(x) || !double.IsFinite(y)) pen = 'M';
            else
            {
                path.Append(pen).Append(SvgCanvas.Number(x)).Append(' ').Append(SvgCanvas.Number(y));
                pen = 'L';
            }
        }
        if (path.Length > 0)
            canvas.Stroke(path.ToString(), Color, Width, Dash switch { Dash.Dashed => "7 5", Dash.Dotted => "2 4", _ => null }, ends: EndsAtPoints ? "butt" : null);
    }
}
