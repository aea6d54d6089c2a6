using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>The main numbers an executed notebook shows.</summary>
internal static class ReportedFigures
{
    /// <summary>Title, name and amount of every <see cref="KeyFigure"/> among the outputs, in order.</summary>
    public static IEnumerable<(string Title, string Name, string Amount)> Of(Notebook notebook) =>
        from cell in notebook.Cells
        from output in cell.Outputs.OfType<JsonObject>()
        let table = output["data"]?[KeyFigures.MimeType] as JsonObject
        where table is not null
        from figure in table["figures"]!.AsArray()
        select (table["title"]!.GetValue<string>(), figure!["name"]!.GetValue<string>(), figure["amount"]!.GetValue<string>());
}
