using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals.Charts.Plotly;

/// <summary>Writes plotly's layout so that panels, title and legend lie where the static picture has them.</summary>
internal static class PlotlyLayout
{
    internal static JsonObject Of(ChartLayout layout)
    {
        var (chart, inner) = (layout.Chart, Inner(layout));
        var json = new JsonObject
        {
            ["width"] = chart.Width,
            ["height"] = chart.Height,
            ["paper_bgcolor"] = Theme.Paper,
            ["plot_bgcolor"] = Theme.Paper,
            ["font"] = Theme.Font(Theme.TickSize),
            ["margin"] = new JsonObject
            {
                ["l"] = Round(inner.Left),
                ["r"] = Round(chart.Width - inner.Right),
                ["t"] = Round(inner.Top),
                ["b"] = Round(chart.Height - inner.Bottom),
                ["autoexpand"] = false,
            },
            ["hovermode"] = "closest",
            ["hoverlabel"] = new JsonObject { ["font"] = Theme.Font(Theme.TickSize, Theme.Paper), ["bgcolor"] = Theme.Ink, ["bordercolor"] = Theme.Ink },
            ["barmode"] = "overlay",
            ["separators"] = ".,",
            ["showlegend"] = layout.Legend.Entries.Count > 0,
        };
        if (chart.Title is { } title) json["title"] = Title(title, chart);
        if (layout.Legend.Entries.Count > 0) json["legend"] = Legend(layout, inner);
        foreach (var (index, frame) in layout.Frames.Index()) Add(json, layout, index, frame, inner);
        json["annotations"] = new JsonArray([.. layout.Frames.SelectMany((frame, index) => Annotations(frame, index))]);
        return json;
    }

    /// <summary>plotly's name of an axis: x, x2, x3, ...</summary>
    internal static string Numbered(string name, int index) => index == 0 ? name : $"{name}{index + 1}";

    private static Box Inner(ChartLayout layout)
    {
        var areas = layout.Frames.Select(frame => frame.Area).ToArray();
        var (left, top) = (areas.Min(area => area.Left), areas.Min(area => area.Top));
        return new(left, top, areas.Max(area => area.Right) - left, areas.Max(area => area.Bottom) - top);
    }

    private static JsonObject Title(string title, Chart chart) => new()
    {
        ["text"] = $"<b>{TraceContext.Plain(title)}</b>",
        ["font"] = Theme.Font(Theme.TitleSize),
        ["x"] = 0,
        ["xref"] = "paper",
        ["xanchor"] = "left",
        ["y"] = Share(1 - ((12 + (Theme.TitleSize * 0.25)) / chart.Height)),
        ["yref"] = "container",
        ["yanchor"] = "top",
    };

    private static JsonObject Legend(ChartLayout layout, Box inner) => new()
    {
        ["orientation"] = "h",
        ["x"] = 0,
        ["xanchor"] = "left",
        ["y"] = Share(1 + ((inner.Top - (layout.HeadHeight - layout.Legend.Height)) / inner.Height)),
        ["yanchor"] = "top",
        ["font"] = Theme.Font(Theme.TickSize),
        ["itemwidth"] = LegendLayout.KeyWidth,
        ["tracegroupgap"] = 3, // with the letters makes LegendLayout.RowHeight
        ["bgcolor"] = "rgba(0,0,0,0)",
    };

    private static void Add(JsonObject json, ChartLayout layout, int index, Frame frame, Box inner)
    {
        var (panel, area) = (frame.Panel, frame.Area);
        var x = PlotlyAxis.Of(panel.X, frame.XTitle, frame.X.Range, frame.XTicks);
        x["domain"] = new JsonArray(Share((area.Left - inner.Left) / inner.Width), Share((area.Right - inner.Left) / inner.Width));
        x["anchor"] = Numbered("y", index);
        if (frame.XTickAngle != 0) x["tickangle"] = -frame.XTickAngle;
        var y = PlotlyAxis.Of(panel.Y, frame.YTitle, frame.Y.Range, frame.YTicks);
        y["domain"] = new JsonArray(Share((inner.Bottom - area.Bottom) / inner.Height), Share((inner.Bottom - area.Top) / inner.Height));
        y["anchor"] = Numbered("x", index);
        if (panel.EqualScale) (y["scaleanchor"], y["scaleratio"]) = (Numbered("x", index), 1);
        Match(x, layout, index, "x", other => other.X.Link);
        Match(y, layout, index, "y", other => other.Y.Link);
        (json[Numbered("xaxis", index)], json[Numbered("yaxis", index)]) = (x, y);
        if (panel.ColorBar is { } bar) json[Numbered("coloraxis", index)] = PlotlyAxis.Color(bar, area, inner);
    }

    private static void Match(JsonObject axis, ChartLayout layout, int index, string letter, Func<Panel, string?> link)
    {
        if (link(layout.Frames[index].Panel) is not { } word) return;
        var first = layout.Frames.Select(frame => link(frame.Panel)).ToList().IndexOf(word);
        if (first < index) axis["matches"] = Numbered(letter, first);
    }

    private static IEnumerable<JsonNode> Annotations(Frame frame, int index)
    {
        var (x, y) = (Numbered("x", index) + " domain", Numbered("y", index) + " domain");
        if (frame.Panel.Heading is { } heading)
            yield return Annotation($"<b>{TraceContext.Plain(heading)}</b>", new(x, 0.5, "center", 0), new(y, 1, "bottom", 4), Theme.LabelSize);
        if (frame.Panel.Note is not { } note) yield break;
        var horizontal = note.AtRight ? new Anchor(x, 1, "right", -8) : new Anchor(x, 0, "left", 10);
        var vertical = note.AtBottom ? new Anchor(y, 0, "bottom", 10) : new Anchor(y, 1, "top", -8);
        var box = Annotation(string.Join("<br>", note.Lines.Select(TraceContext.Plain)), horizontal, vertical, Theme.TickSize);
        (box["align"], box["bgcolor"], box["bordercolor"], box["borderpad"]) = ("left", "rgba(255,255,255,0.88)", Theme.Grid, 5);
        yield return box;
    }

    private static JsonObject Annotation(string text, Anchor x, Anchor y, double size) => new()
    {
        ["text"] = text,
        ["showarrow"] = false,
        ["xref"] = x.Reference,
        ["x"] = x.At,
        ["xanchor"] = x.Side,
        ["xshift"] = x.Shift,
        ["yref"] = y.Reference,
        ["y"] = y.At,
        ["yanchor"] = y.Side,
        ["yshift"] = y.Shift,
        ["font"] = Theme.Font(size),
    };

    internal static JsonNode? Share(double value) => PageJson.Number(Math.Round(value, 5));

    private static double Round(double pixels) => Math.Round(pixels, 1);

    /// <summary>A place along one axis: a share of what it refers to, which side of the text lies there, and a shift | pixels.</summary>
    private readonly record struct Anchor(string Reference, double At, string Side, double Shift);
}
