using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Notebooks.Stripping;

/// <summary>
/// A notebook file without what running and viewing it leave behind, as it should be kept under version control. What the author
/// wrote stays as it is, also where this program does not know it; the bytes depend on nothing else.
/// </summary>
internal static class StrippedNotebook
{
    /// <summary>What a run or a viewer writes into a cell's metadata.</summary>
    private static readonly string[] OfCell =
        ["ExecuteTime", "collapsed", "execution", "heading_collapsed", "hidden", "papermill", "pycharm", "scrolled", "vscode"];

    /// <summary>The same for the notebook; its widgets hold states of outputs.</summary>
    private static readonly string[] OfNotebook = ["papermill", "provenance", "signature", "varInspector", "vscode", "widgets"];

    /// <summary>The text of the file without them; stripping that again changes nothing.</summary>
    /// <param name="text">The text of an .ipynb file.</param>
    /// <exception cref="NotebookFormatException">The text is not a notebook.</exception>
    public static string Of(string text)
    {
        NotebookReader.Read(text); // says what is wrong with it
        var root = JsonNode.Parse(text)!.AsObject();
        if (root["metadata"] is JsonObject metadata)
            Remove(metadata, OfNotebook);
        foreach (var cell in root["cells"]!.AsArray().OfType<JsonObject>())
            Strip(cell);
        return SortedJson.Write(root) + "\n";
    }

    private static void Strip(JsonObject cell)
    {
        // Jupyter writes lines; other tools write one text.
        cell["source"] = OutputLines.Lines(NotebookReader.Joined(cell["source"]));
        if (cell["metadata"] is JsonObject metadata)
        {
            Remove(metadata, OfCell);
            if (metadata["jupyter"] is JsonObject view && view.Remove("outputs_hidden") && view.Count == 0)
                metadata.Remove("jupyter");
        }
        if ((string?)cell["cell_type"] != "code")
            return;
        cell["outputs"] = new JsonArray();
        cell["execution_count"] = null;
    }

    private static void Remove(JsonObject metadata, string[] names)
    {
        foreach (var name in names)
            metadata.Remove(name);
    }
}
