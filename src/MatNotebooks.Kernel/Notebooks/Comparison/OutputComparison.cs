using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Notebooks.Comparison;

/// <summary>
/// Compares the outputs of a cell. Of the forms of one value the ones made from the others are not compared: where there is JSON
/// (a plotly figure), neither the page nor the picture; where there is a page, not the picture.
/// </summary>
internal static partial class OutputComparison
{
    /// <summary>What differs, one text per output; empty when nothing does.</summary>
    public static IEnumerable<string> Differences(JsonArray left, JsonArray right, Tolerance tolerance)
    {
        var (mine, theirs) = (Merged(left), Merged(right));
        if (mine.Count != theirs.Count)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Count(mine)} and {Count(theirs)}");
        for (var i = 0; i < Math.Min(mine.Count, theirs.Count); i++)
        {
            if (Difference(mine[i], theirs[i], tolerance) is { } difference)
                yield return string.Create(CultureInfo.InvariantCulture, $"output {i + 1}, {difference}");
        }
    }

    private static string Count(List<JsonObject> outputs) =>
        string.Create(CultureInfo.InvariantCulture, $"{outputs.Count} outputs ({string.Join(", ", outputs.Select(Kind))})");

    private static string Kind(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => (string?)output["name"] ?? "stream",
        "error" => "error",
        _ => "display",
    };

    // How often a kernel flushed its stream says nothing.
    private static List<JsonObject> Merged(JsonArray outputs)
    {
        var merged = new List<JsonObject>();
        foreach (var output in outputs.OfType<JsonObject>())
        {
            if (merged.Count > 0 && output["text"] is { } more && Kind(merged[^1]) == Kind(output))
                merged[^1]["text"] = NotebookReader.Joined(merged[^1]["text"]) + NotebookReader.Joined(more);
            else
                merged.Add((JsonObject)output.DeepClone());
        }
        return merged;
    }

    private static string? Difference(JsonObject left, JsonObject right, Tolerance tolerance)
    {
        var kind = Kind(left);
        if (kind != Kind(right))
            return $"{kind} and {Kind(right)}";
        var difference = kind switch
        {
            "error" => TextComparison.Difference(ErrorText(left), ErrorText(right), tolerance),
            "display" => OfForms(left["data"] as JsonObject ?? [], right["data"] as JsonObject ?? [], tolerance),
            _ => TextComparison.Difference(NotebookReader.Joined(left["text"]), NotebookReader.Joined(right["text"]), tolerance),
        };
        return difference is null ? null : kind == "display" ? difference : $"{kind}, {difference}";
    }

    private static string ErrorText(JsonObject output) => $"{output["ename"]}: {output["evalue"]}";

    private static string? OfForms(JsonObject left, JsonObject right, Tolerance tolerance)
    {
        var (mine, theirs) = (Compared(left), Compared(right));
        if (!mine.SequenceEqual(theirs))
            return $"{string.Join(", ", mine)} and {string.Join(", ", theirs)}";
        return mine.Select(mime => OfForm(mime, left[mime], right[mime], tolerance) is { } found ? $"{mime}, {found}" : null)
            .FirstOrDefault(found => found is not null);
    }

    private static string[] Compared(JsonObject forms)
    {
        string[] all = [.. forms.Select(form => form.Key).Order(StringComparer.Ordinal)];
        return all.Any(IsJson) ? [.. all.Where(mime => IsJson(mime) || mime == "text/plain")]
            : all.Contains("text/html") ? [.. all.Where(mime => !mime.StartsWith("image/", StringComparison.Ordinal))]
            : all;
    }

    private static string? OfForm(string mime, JsonNode? left, JsonNode? right, Tolerance tolerance)
    {
        if (IsJson(mime))
            return JsonComparison.Difference(left, right, tolerance);
        var (mine, theirs) = (NotebookReader.Joined(left), NotebookReader.Joined(right));
        if (mime.StartsWith("image/", StringComparison.Ordinal) && mime != "image/svg+xml")
            return mine.ReplaceLineEndings("") == theirs.ReplaceLineEndings("") ? null : "the pictures differ";
        return mime == "text/html"
            ? TextComparison.Difference(WithoutNames(mine), WithoutNames(theirs), tolerance)
            : TextComparison.Difference(mine, theirs, tolerance);
    }

    private static bool IsJson(string mime) => mime == "application/json" || (mime.EndsWith("+json", StringComparison.Ordinal));

    // A figure's id is made of its content's last digit, its embedded picture of its content.
    private static string WithoutNames(string html) => FigureName().Replace(html, "");

    [GeneratedRegex("data:[a-z/+-]+;base64,[A-Za-z0-9+/=]+|data-matnb=\"m[0-9a-f]+\"|\"id\":\"m[0-9a-f]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex FigureName();
}
