using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>A notebook: its cells and what tools have written about it.</summary>
internal sealed record Notebook(IReadOnlyList<NotebookCell> Cells)
{
    /// <summary>kernelspec, language_info and whatever other tools keep.</summary>
    public JsonObject Metadata { get; init; } = NotebookMetadata.CSharp();
}
