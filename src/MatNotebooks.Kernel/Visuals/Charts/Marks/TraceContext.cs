namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>What a trace says about its panel.</summary>
/// <param name="XTitle">Label of the x axis, with unit.</param>
/// <param name="YTitle">Label of the y axis, with unit.</param>
/// <param name="ColorAxis">Name of the panel's colour axis in the layout.</param>
/// <param name="ColorTitle">Label of the colour axis, with unit.</param>
internal sealed record TraceContext(string XTitle, string YTitle, string ColorAxis, string ColorTitle)
{
    /// <summary>What a point says when the pointer is over it.</summary>
    internal string Hover(string? name, bool labelled, bool colored = false) =>
        (labelled ? "<b>%{text}</b><br>" : "")
        + $"{Text(XTitle, "x")} %{{x:.5~g}}<br>{Text(YTitle, "y")} %{{y:.5~g}}"
        + (colored ? $"<br>{Text(ColorTitle, "value")} %{{marker.color:.5~g}}" : "")
        + $"<extra>{Plain(name ?? "")}</extra>";

    /// <summary>A text as plotly shows it literally, line feeds as new lines; plotly reads a few HTML elements in texts.</summary>
    internal static string Plain(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\n", "<br>");

    private static string Text(string title, string fallback) => Plain(title.Length > 0 ? title : fallback);
}
