using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Notebooks;

public sealed class ReportedFiguresTests
{
    [Fact]
    public void Figures_shown_by_any_cell_are_found_with_interval_and_unit()
    {
        var shown = new KeyFigures("Octets", [new("energy", 0.0421234, "eV/atom", 0.04, 0.0456), new("accuracy", 0.9, "1")]);
        var notebook = new Notebook([Cell("a", new JsonObject { ["text/plain"] = "3" }), Cell("b", CellOutputs.Forms(shown.ToMimeBundle()))]);

        Assert.Equal(
            [("Octets", "energy", "0.04212 eV/atom (0.04 to 0.0456)"), ("Octets", "accuracy", "0.9")],
            ReportedFigures.Of(notebook));
    }

    [Fact]
    public void A_value_that_is_not_a_number_stays_valid_json()
    {
        var json = new KeyFigures("t", [new("x", double.NaN, "eV")]).ToMimeBundle().Forms[KeyFigures.MimeType].ToJsonString();
        Assert.Contains("\"value\":null", json);
    }

    private static NotebookCell Cell(string id, JsonObject data) => new(id, CellKind.Code, "x")
    {
        Outputs = [new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = data }],
    };
}
