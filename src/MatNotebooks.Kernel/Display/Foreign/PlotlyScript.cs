using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Display.Foreign;

/// <summary>HTML that draws with plotly.js from <c>var data = ...; var layout = ...;</c>.</summary>
internal static class PlotlyScript
{
    /// <summary>The HTML and, for hosts that have plotly.js themselves and so need no network, the figure in it.</summary>
    public static MimeBundle Bundle(string html, string name)
    {
        var bundle = new MimeBundle().With("text/html", html);
        if (Variable(html, "data") is not JsonArray traces)
            return bundle.With("text/plain", name);
        var layout = Variable(html, "layout") as JsonObject ?? [];
        var plain = string.Create(CultureInfo.InvariantCulture, $"{name} of {traces.Count} {(traces.Count == 1 ? "trace" : "traces")}{Title(layout)}");
        return bundle
            .With("application/vnd.plotly.v1+json", new JsonObject { ["data"] = traces, ["layout"] = layout })
            .With("text/plain", plain);
    }

    private static JsonNode? Variable(string script, string name)
    {
        var start = $"var {name} = ";
        var at = script.IndexOf(start, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(script[(at + start.Length)..]));
        try
        {
            return JsonNode.Parse(ref reader); // one value; the script goes on behind it
        }
        catch (JsonException)
        {
            return null; // JavaScript, not JSON
        }
    }

    private static string Title(JsonObject layout) => (layout["title"] is JsonObject title ? title["text"] : layout["title"]) is JsonValue text &&
        text.TryGetValue<string>(out var words) ? ": " + words : "";
}
