using System.Globalization;
using System.Net;

namespace MatNotebooks.Kernel.Display.Foreign;

/// <summary>XPlot.Plotly's PlotlyChart: a box and its script, which waits for plotly.js, as its extension for .NET Interactive does.</summary>
internal static class XPlotChart
{
    // The version XPlot was written for; asked for only where the page has no plotly.js of its own.
    private const string Library = "https://cdn.plot.ly/plotly-1.49.2.min.js";

    public static MimeBundle? TryOf(object value)
    {
        if (ForeignValue.Ancestry(value.GetType()).FirstOrDefault(type => type.FullName == "XPlot.Plotly.PlotlyChart") is not { } chart ||
            chart.GetMethod("GetInlineJS", Type.EmptyTypes)?.Invoke(value, null) is not string script)
        {
            return null;
        }
        var code = script.Replace("<script>", "", StringComparison.OrdinalIgnoreCase).Replace("</script>", "", StringComparison.OrdinalIgnoreCase);
        var html = string.Create(CultureInfo.InvariantCulture, $$"""
            <div style="width: {{Text("Width")}}px; height: {{Text("Height")}}px;" id="{{WebUtility.HtmlEncode(Text("Id"))}}"></div>
            <script>
            (() => {
              const draw = () => { {{code}} };
              if (window.Plotly) { draw(); return; }
              const library = document.createElement("script");
              library.src = "{{Library}}";
              library.onload = draw;
              document.head.appendChild(library);
            })();
            </script>
            """);
        return PlotlyScript.Bundle(html, "XPlot chart");

        string Text(string property) => Convert.ToString(chart.GetProperty(property)?.GetValue(value), CultureInfo.InvariantCulture) ?? "";
    }
}
