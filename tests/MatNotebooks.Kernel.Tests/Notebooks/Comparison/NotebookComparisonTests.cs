using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Comparison;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Notebooks.Comparison;

public sealed class NotebookComparisonTests
{
    private static readonly Tolerance Default = new(1e-6, 1e-9);

    [Fact]
    public void A_notebook_is_the_same_as_itself_run_again_with_other_counts()
    {
        var first = new Notebook([Cell("a", "1+1", Text("2")), Cell("b", "plot", Plot(1.0))]);
        var second = first with { Cells = [.. first.Cells.Select(cell => cell with { ExecutionCount = 9, Metadata = new JsonObject { ["scrolled"] = true } })] };
        Assert.Empty(Differences(first, second));
    }

    [Fact]
    public void Numbers_of_figures_are_compared_and_not_what_is_drawn_from_them()
    {
        Assert.Empty(Differences(new([Cell("b", "plot", Plot(1.0))]), new([Cell("b", "plot", Plot(1.0 + 1e-6))])));
        var difference = Assert.Single(Differences(new([Cell("b", "plot", Plot(1.0))]), new([Cell("b", "plot", Plot(1.001))])));
        Assert.StartsWith("cell 1 (plot): output 1, application/vnd.plotly.v1+json, $.data[0].y[1]: 1 and 1.001", difference);
    }

    [Fact]
    public void Crystals_are_compared_by_their_page() =>
        Assert.Single(Differences(new([Cell("b", "c", Forms(new CrystalView(Visuals.Crystals.RockSalt)))]), new([Cell("b", "c", Forms(new CrystalView(Visuals.Crystals.Quartz)))])));

    [Fact]
    public void Streams_are_compared_whole_however_often_they_were_flushed()
    {
        var whole = Cell("a", "x", Stream("stdout", "one\ntwo\n"));
        Assert.Empty(Differences(new([whole]), new([Cell("a", "x", Stream("stdout", "one\n"), Stream("stdout", "two\n"))])));
        Assert.Equal(
            ["cell 1 (x): 1 outputs (stdout) and 2 outputs (stdout, stderr)", "cell 1 (x): output 1, stdout, line 2\n    - two"],
            Differences(new([whole]), new([Cell("a", "x", Stream("stdout", "one\n"), Stream("stderr", "two\n"))])));
    }

    [Fact]
    public void Cells_pair_by_id_then_by_text()
    {
        var first = new Notebook([Cell("a", "one"), Cell("b", "two"), Cell("c", "three")]);
        var second = new Notebook([Cell("new", "zero"), Cell("a", "one changed"), Cell("other", "three")]);
        Assert.Equal(
            ["cell 1 (zero): only in the second", "cell 2 (one changed): source, line 1\n    - one\n    + one changed", "cell 2 (two): only in the first"],
            Differences(first, second));
    }

    [Fact]
    public void Ids_made_up_for_old_files_do_not_pair_an_inserted_cell_with_another()
    {
        var first = NotebookReader.Read(Old("one", "two"));
        var second = NotebookReader.Read(Old("zero", "one", "two"));
        Assert.Equal(["cell 1 (zero): only in the second"], Differences(first, second));
    }

    [Fact]
    public void One_cell_moved_to_the_front_is_one_difference()
    {
        var first = new Notebook([Cell("a", "one"), Cell("b", "two"), Cell("c", "three")]);
        Assert.Equal(["cell 1 (three): was cell 3"], Differences(first, new([first.Cells[2], first.Cells[0], first.Cells[1]])));
    }

    private static IReadOnlyList<string> Differences(Notebook left, Notebook right) => NotebookComparison.Differences(left, right, Default);

    private static NotebookCell Cell(string id, string source, params JsonObject[] outputs) => new(id, CellKind.Code, source) { Outputs = [.. outputs] };

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    private static JsonObject Text(string text) => Data(new JsonObject { ["text/plain"] = text });

    private static JsonObject Plot(double value) =>
        Forms(new LinePlot(new Series("s", [0, 1, 2], [0, value, 4])) { X = new("x", "s"), Y = new("y", "m") });

    private static JsonObject Forms(Kernel.Display.IRichDisplay shown) => Data(CellOutputs.Forms(shown.ToMimeBundle()));

    private static JsonObject Data(JsonObject forms) => new() { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = forms };

    private static string Old(params string[] sources) =>
        $"{{\"nbformat\":4,\"nbformat_minor\":4,\"metadata\":{{}},\"cells\":[{string.Join(',', sources.Select(source => $"{{\"cell_type\":\"code\",\"source\":\"{source}\"}}"))}]}}";
}
