using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>A table of coloured cells round whole numbers: row r, column c at y = r, x = c. A cell without a finite value stays empty.</summary>
internal sealed record CellMark(double[,] Values, ColorScale Scale, Interval Range) : Mark
{
    /// <summary>White space between cells | pixels.</summary>
    internal double Gap { get; init; } = 1;

    /// <summary>What each cell says on hover before its value.</summary>
    internal string[,]? Labels { get; init; }

    /// <summary>Whether the panel's colour bar explains the cells; a plain background is not explained.</summary>
    internal bool OnColorBar { get; init; } = true;

    private int RowCount => Values.GetLength(0);

    private int ColumnCount => Values.GetLength(1);

    internal override Interval XExtent(bool logarithmic) => new(-0.5, ColumnCount - 0.5);

    internal override Interval YExtent(bool logarithmic) => new(-0.5, RowCount - 0.5);

    internal override IEnumerable<JsonObject> Traces(TraceContext context)
    {
        var trace = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = Rows(row => PageJson.Numbers(RowOf(Values, row))),
            ["xgap"] = Gap,
            ["ygap"] = Gap,
            ["hoverongaps"] = false,
        };
        if (OnColorBar) trace["coloraxis"] = context.ColorAxis;
        else
        {
            trace["colorscale"] = Scale.ToJson();
            (trace["zmin"], trace["zmax"], trace["showscale"]) = (PageJson.Number(Range.Low), PageJson.Number(Range.High), false);
        }
        if (Labels is null) trace["hoverinfo"] = "skip";
        else
        {
            var value = OnColorBar ? $"<br>{TraceContext.Plain(context.ColorTitle)} %{{z:.4~g}}" : "";
            trace["text"] = Rows(row => PageJson.Texts(RowOf(Labels, row).Select(TraceContext.Plain)));
            trace["hovertemplate"] = $"<b>%{{text}}</b>{value}<extra></extra>";
        }
        yield return trace;
    }

    internal override void Draw(SvgCanvas canvas, Frame frame)
    {
        var (width, height) = (frame.X.PixelsPerUnit - Gap, frame.Y.PixelsPerUnit - Gap);
        for (var row = 0; row < RowCount; row++)
            for (var column = 0; column < ColumnCount; column++)
                if (double.IsFinite(Values[row, column]))
                    canvas.Rectangle(
                        new(frame.X.At(column) - (width / 2), frame.Y.At(row) - (height / 2), width, height),
                        Scale.Of(Values[row, column], Range));
    }

    private JsonArray Rows(Func<int, JsonNode> row) => new([.. Enumerable.Range(0, RowCount).Select(row)]);

    private static IEnumerable<T> RowOf<T>(T[,] table, int row) => Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column]);
}
