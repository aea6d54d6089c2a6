using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace MatNotebooks.Kernel.Visuals.Assets;

/// <summary>Numbers and texts as JSON that a page can hold.</summary>
internal static class PageJson
{
    /// <summary>Letters of every script as they are; &lt;, &gt; and &amp; escaped, so that no text ends a script element.</summary>
    internal static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A number to seven significant digits, more than any screen shows; null where it is not finite, for JSON knows no NaN.</summary>
    internal static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Rounded(value)) : null;

    /// <summary>Numbers, each as <see cref="Number"/> writes it.</summary>
    internal static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);

    /// <summary>Texts as a JSON array.</summary>
    internal static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);

    private static double Rounded(double value) => double.Parse(value.ToString("G7"));
}
