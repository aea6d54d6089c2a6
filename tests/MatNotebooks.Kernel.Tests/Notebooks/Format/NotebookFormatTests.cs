using System.Diagnostics;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Tests.Notebooks.Format;

public sealed class NotebookFormatTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var cells = from kind in Gen.Elements(CellKind.Code, CellKind.Markdown, CellKind.Raw)
                    from source in ArbMap.Default.GeneratorFor<NonNull<string>>()
                    from output in ArbMap.Default.GeneratorFor<NonNull<string>>()
                    from count in Gen.Choose(1, 99)
                    select (kind, source.Get, output.Get, count);
        Prop.ForAll(Gen.ArrayOf(cells).ToArbitrary(), drawn =>
        {
            var notebook = new Notebook([.. drawn.Select((cell, i) => Cell(i, cell.kind, Whole(cell.Item2), Whole(cell.Item3), cell.count))]);
            var text = NotebookWriter.Write(notebook);
            var again = NotebookReader.Read(text);
            return text == NotebookWriter.Write(again) &&
                notebook.Cells.Zip(again.Cells).All(pair => pair.First.Source == pair.Second.Source && pair.First.Id == pair.Second.Id &&
                    pair.First.Kind == pair.Second.Kind && JsonNode.DeepEquals(pair.First.Outputs, pair.Second.Outputs));
        }).QuickCheckThrowOnFailure();
    }

    [DebianPythonFact]
    public void Jupyters_own_validator_accepts_it_and_would_write_the_same_bytes()
    {
        var outputs = new JsonArray(
            new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "a\nb\u001b[0m\u2028c\rd\r\ne" },
            new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { ["text/plain"] = "Å 😀 \"q\" \\ \u0007", ["application/vnd.plotly.v1+json"] = new JsonObject { ["z"] = 1.5, ["a"] = new JsonArray(1, null, true) } } },
            new JsonObject { ["output_type"] = "execute_result", ["execution_count"] = 3, ["metadata"] = new JsonObject(), ["data"] = new JsonObject { ["text/html"] = "<b>\n</b>" } },
            new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "v", ["traceback"] = new JsonArray("one", "two") });
        var notebook = new Notebook(
        [
            new NotebookCell("a", CellKind.Markdown, "# T\r\nx") { Attachments = new JsonObject { ["p.png"] = new JsonObject { ["image/png"] = "iVBO" } } },
            new NotebookCell("b", CellKind.Code, "1") { Outputs = outputs, ExecutionCount = 3, Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } },
            new NotebookCell("c", CellKind.Raw, ""),
        ]);
        var path = Path.Combine(Directory.CreateTempSubdirectory("matnb").FullName, "n.ipynb");
        NotebookWriter.WriteFile(notebook, path);
        const string Check = "import nbformat,sys; n=nbformat.read(sys.argv[1],4); nbformat.validate(n); sys.stdout.write(nbformat.writes(n))";
        using var python = Process.Start(new ProcessStartInfo(DebianPythonFactAttribute.Python, ["-c", Check, path]) { RedirectStandardOutput = true })!;
        var written = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        Assert.Equal(File.ReadAllText(path).TrimEnd('\n'), written.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("", "line 1: the file is empty, not a notebook. Save the notebook again.")]
    [InlineData("[1]", "line 1: it holds JSON but not a notebook (an object with \"cells\"). Name an .ipynb file.")]
    [InlineData("{\n \"cells\": [\n", "line 3: it is not a notebook, for it is not JSON (Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed). Name an .ipynb file, or save it again in Jupyter.")]
    [InlineData("{\"a\": 1}", "it has no \"nbformat\", so it is JSON but not a notebook. Name an .ipynb file.")]
    [InlineData("{\"nbformat\": 3}", "it has nbformat 3; 4 is read. Convert it: jupyter nbconvert --to notebook --nbformat 4 FILE.")]
    [InlineData("{\"nbformat\": 4}", "it has no \"cells\", so it is JSON but not a notebook. Open and save it in Jupyter.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\"}]}", "cell 1 is of type 'heading'; code, markdown and raw are known. Mend its cell_type.")]
    public void What_is_no_notebook_is_told_with_the_mend(string text, string message) =>
        Assert.Equal(message, Assert.Throws<NotebookFormatException>(() => NotebookReader.Read(text)).Message);

    [Fact]
    public void Older_minor_versions_get_ids_that_stay_the_same()
    {
        const string Old = """{"nbformat": 4, "nbformat_minor": 0, "metadata": {}, "cells": [{"cell_type": "markdown", "source": ["a\n", "b"], "metadata": {}}, {"cell_type": "code", "id": "cell-1", "source": "1", "metadata": {}, "outputs": []}]}""";
        var cells = NotebookReader.Read(Old).Cells;
        Assert.Equal(["cell-1-2", "cell-1"], cells.Select(cell => cell.Id));
        Assert.Equal("a\nb", cells[0].Source);
    }

    [Fact]
    public void Metadata_of_other_tools_stays()
    {
        const string Text = """{"nbformat": 4, "nbformat_minor": 5, "metadata": {"mine": {"x": 1}, "kernelspec": {"name": "other"}}, "cells": []}""";
        var metadata = NotebookReader.Read(Text).Metadata;
        Assert.Equal(1, (int?)metadata["mine"]!["x"]);
        Assert.Equal("other", (string?)metadata["kernelspec"]!["name"]);
        Assert.Equal("C#", (string?)metadata["language_info"]!["name"]);
    }

    // A lone half of a surrogate pair is no text that a file could hold.
    private static string Whole(string text) => new(text.Where(letter => !char.IsSurrogate(letter)).ToArray());

    private static NotebookCell Cell(int index, CellKind kind, string source, string output, int count) => new($"c{index}", kind, source)
    {
        ExecutionCount = kind == CellKind.Code ? count : null,
        Outputs = kind == CellKind.Code ? [new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = output }] : [],
    };
}
