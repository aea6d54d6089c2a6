using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>One cell of a notebook.</summary>
/// <param name="Id">Unique in the notebook; letters, digits, - and _, at most 64.</param>
/// <param name="Kind">Code, Markdown or raw text.</param>
/// <param name="Source">The whole text.</param>
internal sealed record NotebookCell(string Id, CellKind Kind, string Source)
{
    /// <summary>What tools have written beside the text: tags, language.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Images pasted into a Markdown cell; null for none.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>The outputs of a code cell, as nbformat holds them (texts whole, not split into lines).</summary>
    public JsonArray Outputs { get; init; } = [];

    /// <summary>The number of the run that made the outputs; null before the first.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The cell's tags.</summary>
    public IEnumerable<string> Tags => Metadata["tags"] is JsonArray tags
        ? tags.OfType<JsonValue>().Select(tag => tag.TryGetValue<string>(out var text) ? text : "")
        : [];

    /// <summary>What runs: the text, with the language that .NET Interactive keeps in the metadata as a magic in front.</summary>
    public string Code
    {
        get
        {
            var language = Text(Metadata["polyglot_notebook"], "kernelName") ?? Text(Metadata["dotnet_interactive"], "language");
            return language is null or "csharp" || Source.StartsWith("#!", StringComparison.Ordinal) ? Source : $"#!{language}\n{Source}";
        }
    }

    /// <summary>Whether there is anything to run.</summary>
    public bool Runs => Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Source);

    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);

    private static string? Text(JsonNode? node, string name) =>
        node is JsonObject map && map[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
