using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals.Charts.Plotly;

/// <summary>Writes a chart as a plotly figure: data, layout, config.</summary>
internal static class PlotlyChart
{
    internal static JsonObject Of(ChartLayout layout) => new()
    {
        ["data"] = Data(layout),
        ["layout"] = PlotlyLayout.Of(layout),
        ["config"] = new JsonObject
        {
            ["displaylogo"] = false,
            ["showSendToCloud"] = false,
            ["modeBarButtonsToRemove"] = new JsonArray("lasso2d", "select2d", "autoScale2d"),
            ["toImageButtonOptions"] = new JsonObject { ["format"] = "svg" },
        },
    };

    private static JsonArray Data(ChartLayout layout)
    {
        var data = new JsonArray();
        var listed = new HashSet<string>();
        foreach (var (index, frame) in layout.Frames.Index())
        {
            var panel = frame.Panel;
            var context = new TraceContext(panel.X.Title, panel.Y.Title, PlotlyLayout.Numbered("coloraxis", index), panel.ColorBar?.Title ?? "");
            foreach (var mark in panel.Marks)
                foreach (var trace in mark.Traces(context))
                {
                    if (mark.Name is { } name) (trace["name"], trace["legendgroup"]) = (TraceContext.Plain(name), TraceContext.Plain(name));
                    trace["showlegend"] = mark.Legend is { } entry && listed.Add(entry.Name);
                    (trace["xaxis"], trace["yaxis"]) = (PlotlyLayout.Numbered("x", index), PlotlyLayout.Numbered("y", index));
                    data.Add(trace);
                }
        }
        return data;
    }
}
