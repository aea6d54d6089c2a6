using System.Text;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>Writes nbformat 4.5, byte for byte as Jupyter would, so that a notebook saved by either shows no difference.</summary>
internal static class NotebookWriter
{
    /// <summary>Writes a notebook, whole or not at all.</summary>
    public static void WriteFile(Notebook notebook, string path) => WriteText(Write(notebook), path);

    /// <summary>Writes beside the target first: a notebook half written is never left behind.</summary>
    public static void WriteText(string text, string path)
    {
        var temporary = path + ".part";
        File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The text of the file.</summary>
    public static string Write(Notebook notebook) => SortedJson.Write(new JsonObject
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Select(Cell)]),
        ["metadata"] = notebook.Metadata.DeepClone(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }) + "\n";

    private static JsonNode Cell(NotebookCell cell)
    {
        var json = new JsonObject
        {
            ["cell_type"] = cell.Kind.ToString().ToLowerInvariant(),
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = OutputLines.Lines(cell.Source),
        };
        if (cell.Attachments is not null && cell.Kind != CellKind.Code)
            json["attachments"] = cell.Attachments.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.OfType<JsonObject>().Select(OutputLines.Split)]);
        }
        return json;
    }
}
