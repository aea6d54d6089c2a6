using System.Text.Json.Nodes;

namespace MatNotebooks.NotebookTests;

/// <summary>A notebook that was run, as a reader of its files sees it.</summary>
internal sealed class ExecutedNotebook(string notebookPath)
{
    private readonly JsonObject root = JsonNode.Parse(File.ReadAllText(notebookPath))!.AsObject();

    public string Html { get; } = File.ReadAllText(Path.ChangeExtension(notebookPath, ".html"));

    public IEnumerable<JsonNode> CodeCells => root["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code")!;

    public IEnumerable<JsonNode> Outputs => CodeCells.SelectMany(cell => cell["outputs"]!.AsArray()!)!;

    /// <summary>What displays carry, by MIME type.</summary>
    public IEnumerable<JsonObject> Bundles => Outputs.Select(output => output["data"]).OfType<JsonObject>();

    /// <summary>The parameters cell's text; empty when there is none.</summary>
    public static string Parameters(string path)
    {
        var cells = JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray();
        var tagged = cells.FirstOrDefault(cell => cell!["metadata"]?["tags"] is JsonArray tags && tags.Any(tag => (string?)tag == "parameters"));
        return tagged is null ? "" : Text(tagged["source"]);
    }

    public static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)node ?? "";
}
