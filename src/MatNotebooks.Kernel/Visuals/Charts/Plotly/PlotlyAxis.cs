using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals.Charts.Plotly;

/// <summary>Writes an axis, and a colour axis, of plotly's layout.</summary>
internal static class PlotlyAxis
{
    internal static JsonObject Of(PanelAxis axis, FittedTitle title, Interval range, IReadOnlyList<Tick> ticks)
    {
        var ends = axis.Logarithmic ? new Interval(Math.Log10(range.Low), Math.Log10(range.High)) : range;
        var json = new JsonObject
        {
            ["type"] = axis.Logarithmic ? "log" : "linear",
            ["range"] = axis.Reversed ? PageJson.Numbers([ends.High, ends.Low]) : PageJson.Numbers([ends.Low, ends.High]),
            ["visible"] = axis.Visible,
            ["showgrid"] = axis.ShowGrid,
            ["gridcolor"] = Theme.Grid,
            ["zeroline"] = false,
            ["showline"] = true,
            ["linecolor"] = Theme.Line,
            ["ticks"] = "outside",
            ["ticklen"] = 4,
            ["tickcolor"] = Theme.Line,
            ["tickfont"] = Theme.Font(Theme.TickSize, Theme.Muted),
            ["showticklabels"] = axis.ShowLabels,
            ["exponentformat"] = "power",
            ["minexponent"] = 5,
            ["separatethousands"] = true,
        };
        if (axis.Titled)
            json["title"] = new JsonObject { ["text"] = title.Html, ["font"] = Theme.Font(title.Size), ["standoff"] = 8 };
        if (axis.Ticks is not null || axis.Logarithmic)
        {
            json["tickvals"] = PageJson.Numbers(ticks.Select(tick => tick.At));
            json["ticktext"] = PageJson.Texts(ticks.Select(tick => TraceContext.Plain(tick.Label)));
        }
        else json["nticks"] = ticks.Count + 2;
        return json;
    }

    internal static JsonObject Color(ColorBar bar, Box area, Box inner) => new()
    {
        ["colorscale"] = bar.Scale.ToJson(),
        ["cmin"] = PageJson.Number(bar.Range.Low),
        ["cmax"] = PageJson.Number(bar.Range.High),
        ["colorbar"] = new JsonObject
        {
            ["thickness"] = 14,
            ["outlinewidth"] = 0,
            ["xpad"] = 12,
            ["x"] = PlotlyLayout.Share((area.Right - inner.Left) / inner.Width),
            ["xanchor"] = "left",
            ["y"] = PlotlyLayout.Share((inner.Bottom - area.CenterY) / inner.Height),
            ["yanchor"] = "middle",
            ["len"] = PlotlyLayout.Share(Math.Min(area.Height, 320) / inner.Height),
            ["ypad"] = 0,
            ["ticks"] = "outside",
            ["ticklen"] = 4,
            ["tickcolor"] = Theme.Paper,
            ["tickfont"] = Theme.Font(Theme.TickSize - 1, Theme.Muted),
            ["title"] = new JsonObject { ["text"] = TraceContext.Plain(bar.Title), ["side"] = "right", ["font"] = Theme.Font(Theme.TickSize) },
        },
    };
}
