using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Comparison;

/// <summary>Compares JSON, such as a plotly figure: names exactly, numbers within a tolerance, texts as <see cref="TextComparison"/> does.</summary>
internal static class JsonComparison
{
    /// <summary>What differs first, with its path; null when nothing does.</summary>
    public static string? Difference(JsonNode? left, JsonNode? right, Tolerance tolerance, string path = "$") => (left, right) switch
    {
        (null, null) => null,
        (JsonObject mine, JsonObject theirs) => OfObjects(mine, theirs, tolerance, path),
        (JsonArray mine, JsonArray theirs) => OfArrays(mine, theirs, tolerance, path),
        (JsonValue mine, JsonValue theirs) => OfValues(mine, theirs, tolerance, path),
        _ => $"{path}: {Short(left)} and {Short(right)}",
    };

    private static string? OfObjects(JsonObject left, JsonObject right, Tolerance tolerance, string path)
    {
        if (left.FirstOrDefault(entry => !right.ContainsKey(entry.Key)).Key is { } gone)
            return $"{path}.{gone} is only in the first";
        if (right.FirstOrDefault(entry => !left.ContainsKey(entry.Key)).Key is { } added)
            return $"{path}.{added} is only in the second";
        return left.Select(entry => Difference(entry.Value, right[entry.Key], tolerance, $"{path}.{entry.Key}")).FirstOrDefault(found => found is not null);
    }

    private static string? OfArrays(JsonArray left, JsonArray right, Tolerance tolerance, string path) => left.Count != right.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{path}: {left.Count} and {right.Count} items")
        : left.Select((item, i) => Difference(item, right[i], tolerance, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")))
            .FirstOrDefault(found => found is not null);

    private static string? OfValues(JsonValue left, JsonValue right, Tolerance tolerance, string path)
    {
        var same = (left.GetValueKind(), right.GetValueKind()) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => left.ToJsonString() == right.ToJsonString() || tolerance.Allows(Number(left), Number(right)),
            (JsonValueKind.String, JsonValueKind.String) => TextComparison.Difference(left.GetValue<string>(), right.GetValue<string>(), tolerance) is null,
            var (mine, theirs) => mine == theirs,
        };
        return same ? null : $"{path}: {Short(left)} and {Short(right)}";
    }

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Short(JsonNode? node)
    {
        const int longest = 60;
        var text = node?.ToJsonString() ?? "null";
        return text.Length > longest ? text[..longest] + "…" : text;
    }
}
