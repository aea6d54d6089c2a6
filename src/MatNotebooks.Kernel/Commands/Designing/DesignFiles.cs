using System.Globalization;
using CsvHelper;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Notebooks.Html;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Kernel.Commands.Designing;

/// <summary>A search for designs as files: a table of every call, and a page with the pictures.</summary>
internal static class DesignFiles
{
    /// <summary>Names of the files.</summary>
    public const string Table = "designs.csv", Page = "design.html";

    /// <summary>Writes both.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="found">The search.</param>
    /// <param name="magic">The line of a notebook that does the same, for the page.</param>
    public static void Write(string folder, OctetSearchResult found, string magic)
    {
        Directory.CreateDirectory(folder);
        WriteTable(Path.Combine(folder, Table), found);
        var outputs = new CellOutputs(new DisplayedOutputs());
        foreach (var value in DesignFigures.All(found)) outputs.Send(new DisplayMessage.Data(ValueFormatter.ToBundle(value), null));
        var notebook = new Notebook(
        [
            new("title", CellKind.Markdown, $"# Designs with {found.Search.Target}\n\nJudged by {found.Search.Judge}."),
            new("designs", CellKind.Code, magic) { Outputs = outputs.ToJson() },
        ]);
        File.WriteAllText(Path.Combine(folder, Page), NotebookPage.Render(notebook, "Designs", null));
    }

    private static void WriteTable(string path, OctetSearchResult found)
    {
        var properties = OctetEquilibrium.Properties;
        using var table = CsvWriter.Create(new StreamWriter(path));
        table.WriteRecord(["call", "compound", "structure", "verdict", .. properties.SelectMany(property =>
            new[] { $"{property.Name} ({property.Unit})", $"promised_{property.Name} ({property.Unit})", $"deviation_{property.Name} ({property.Unit})" }), "failure"]);
        foreach (var trial in found.Trials)
            table.WriteRecord(
            [
                trial.Call.Number.ToString(CultureInfo.InvariantCulture), trial.Candidate.Curve.Compound.ToString(), trial.Candidate.Curve.Prototype.Name, trial.Verdict,
                .. properties.SelectMany(property =>
                {
                    var promised = trial.Promised.TryGetValue(property.Name, out var estimate);
                    return new[]
                    {
                        trial.Call.Values.TryGetValue(property.Name, out var value) ? Text(value) : "", promised ? Text(estimate.Value) : "", promised ? Text(estimate.Deviation) : "",
                    };
                }),
                trial.Call.Failure?.Message ?? "",
            ]);
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
