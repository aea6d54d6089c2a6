using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>Reads notebooks of nbformat 4.0 to 4.5 and later minor versions.</summary>
internal static class NotebookReader
{
    // A name given twice would be found only when somebody asks for it.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="NotebookFormatException">The file is not such a notebook.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook ReadFile(string path) => Read(File.ReadAllText(path));

    /// <exception cref="NotebookFormatException">The text is not such a notebook.</exception>
    public static Notebook Read(string text)
    {
        var root = Parse(text);
        RequireVersion4(root);
        if (root["cells"] is not JsonArray cells)
            throw new NotebookFormatException("it has no \"cells\", so it is JSON but not a notebook. Open and save it in Jupyter.");
        var ids = Ids(cells);
        var read = cells.Select((cell, index) => Cell(cell, index, ids[index])).ToArray();
        return new Notebook(read) { Metadata = NotebookMetadata.Completed(root["metadata"] as JsonObject ?? []) };
    }

    private static JsonObject Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new NotebookFormatException("line 1: the file is empty, not a notebook. Save the notebook again.");
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject ?? throw new NotebookFormatException(
                "line 1: it holds JSON but not a notebook (an object with \"cells\"). Name an .ipynb file.");
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}: ") : "";
            throw new NotebookFormatException(
                $"{place}it is not a notebook, for it is not JSON ({Reason(wrong)}). Name an .ipynb file, or save it again in Jupyter.");
        }
    }

    private static string Reason(JsonException wrong)
    {
        var at = wrong.Message.IndexOf(" Path:", StringComparison.Ordinal);
        at = at >= 0 ? at : wrong.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (at >= 0 ? wrong.Message[..at] : wrong.Message).TrimEnd('.', ' ');
    }

    private static void RequireVersion4(JsonObject root)
    {
        if (root["nbformat"] is not JsonValue version || !version.TryGetValue<int>(out var major))
            throw new NotebookFormatException("it has no \"nbformat\", so it is JSON but not a notebook. Name an .ipynb file.");
        if (major != 4)
        {
            throw new NotebookFormatException(string.Create(CultureInfo.InvariantCulture,
                $"it has nbformat {major}; 4 is read. Convert it: jupyter nbconvert --to notebook --nbformat 4 FILE."));
        }
    }

    private static NotebookCell Cell(JsonNode? node, int index, string id)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"cell {index + 1}");
        if (node is not JsonObject cell)
            throw new NotebookFormatException($"{place} is not an object. Save the notebook again in Jupyter.");
        var type = cell["cell_type"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "nothing";
        var kind = type switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw new NotebookFormatException($"{place} is of type '{type}'; code, markdown and raw are known. Mend its cell_type."),
        };
        return new NotebookCell(id, kind, Joined(cell["source"]))
        {
            Metadata = cell["metadata"]?.DeepClone() as JsonObject ?? [],
            Attachments = cell["attachments"]?.DeepClone() as JsonObject,
            Outputs = [.. (cell["outputs"] as JsonArray ?? []).OfType<JsonObject>().Select(output => OutputLines.Joined(output))],
            ExecutionCount = cell["execution_count"] is JsonValue count && count.TryGetValue<int>(out var number) ? number : null,
        };
    }

    // nbformat before 4.5 has no ids; the same file must get the same ones each time.
    private static string[] Ids(JsonArray cells)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var given = cells.Select(cell => GivenId(cell) is { } id && used.Add(id) ? id : null).ToArray();
        return [.. given.Select((id, index) => id ?? NewId(index, used))];
    }

    private static string? GivenId(JsonNode? node) =>
        node is JsonObject cell && cell["id"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length is > 0 and <= 64 &&
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? text : null;

    private static string NewId(int index, HashSet<string> used)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"cell-{index + 1}");
        for (var copy = 2; !used.Add(id); copy++)
            id = string.Create(CultureInfo.InvariantCulture, $"cell-{index + 1}-{copy}");
        return id;
    }

    /// <summary>A text that may be stored whole or as a list of lines.</summary>
    internal static string Joined(JsonNode? text) => text switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line is JsonValue value && value.TryGetValue<string>(out var part) ? part : "")),
        JsonValue value when value.TryGetValue<string>(out var whole) => whole,
        _ => "",
    };
}
