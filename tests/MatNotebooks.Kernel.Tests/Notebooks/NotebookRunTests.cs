using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Tests.Notebooks;

public sealed class NotebookRunTests
{
    private sealed class Nobody : IRunWatcher, IDisplayChannel
    {
        public IDisplayChannel Start(NotebookCell cell, int number, int count) => this;

        public void End(CellOutcome outcome)
        {
        }

        public void Send(DisplayMessage message)
        {
        }
    }

    [Fact]
    public async Task Outputs_are_kept_as_nbformat_holds_them()
    {
        var result = await Run("Console.Write(\"a\"); Console.Write(\"b\"); Console.Error.Write(\"e\"); display(1); 2");
        Assert.Null(result.Failed);
        Assert.Equal(["stream ab", "stream e", "display_data 1", "execute_result 2"], result.Notebook.Cells[0].Outputs.Select(Words));
        Assert.Equal(1, result.Notebook.Cells[0].ExecutionCount);
    }

    [Fact]
    public async Task An_update_changes_the_output_of_the_cell_that_displayed_it()
    {
        var result = await Run("var shown = display(\"old\");", "shown.Update(\"new\");");
        Assert.Equal(["display_data new"], result.Notebook.Cells[0].Outputs.Select(Words));
        Assert.Empty(result.Notebook.Cells[1].Outputs);
    }

    [Theory]
    [InlineData("false", new[] { "stream b" })]
    [InlineData("true", new[] { "stream b" })]
    public async Task Outputs_can_be_cleared(string wait, string[] expected) =>
        Assert.Equal(expected, (await Run($"Console.Write(\"a\"); ClearOutput({wait}); Console.Write(\"b\");")).Notebook.Cells[0].Outputs.Select(Words));

    [Fact]
    public async Task The_first_failure_ends_the_run_and_the_rest_stays_unrun()
    {
        var result = await Run("1", "throw new Exception(\"bad\");", "3");
        Assert.Equal("c1", result.Failed!.Id);
        Assert.Equal("bad", result.Error!.Value);
        Assert.Equal(["execute_result 1"], result.Notebook.Cells[0].Outputs.Select(Words));
        Assert.Equal("error", (string?)result.Notebook.Cells[1].Outputs.Single()!["output_type"]);
        Assert.Empty(result.Notebook.Cells[2].Outputs);
        Assert.Null(result.Notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task What_results_came_from_is_in_the_metadata_where_the_notebook_asks()
    {
        var result = await Run("#!seed 5", "#!provenance");
        Assert.Equal(5, (int)result.Notebook.Metadata["provenance"]!["seed"]!);
        Assert.Null((await Run("1")).Notebook.Metadata["provenance"]);
        MatNotebooks.Provenance.Seeds.Forget();
    }

    [Fact]
    public async Task A_flood_of_text_is_cut_and_counted()
    {
        var result = await Run("for (int i = 0; i < 600; i++) Console.Write(new string('x', 10000));");
        var text = (string)result.Notebook.Cells[0].Outputs.Single()!["text"]!;
        Assert.EndsWith($"... {6_000_000 - CellOutputs.TextLimit} more characters are left out (a cell keeps {CellOutputs.TextLimit})\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_stand_in_a_cell_of_their_own_and_a_second_run_replaces_it()
    {
        var notebook = Notebook("int n = 1;", "n");
        notebook = notebook with { Cells = [notebook.Cells[0] with { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } }, notebook.Cells[1]] };
        var injected = NotebookParameters.Inject(NotebookParameters.Inject(notebook, [new("n", "2")]), [new("n", "3")]);
        Assert.Equal(["c0", "injected-parameters", "c1"], injected.Cells.Select(cell => cell.Id));
        var result = await new NotebookRun(AppContext.BaseDirectory).RunAsync(injected, new Nobody());
        Assert.Equal(["execute_result 3"], result.Notebook.Cells[2].Outputs.Select(Words));
    }

    [Fact]
    public async Task Cells_of_other_languages_of_NET_Interactive_are_shown_in_theirs()
    {
        var notebook = Notebook("**x**");
        notebook = notebook with { Cells = [notebook.Cells[0] with { Metadata = new JsonObject { ["dotnet_interactive"] = new JsonObject { ["language"] = "markdown" } } }] };
        var result = await new NotebookRun(AppContext.BaseDirectory).RunAsync(notebook, new Nobody());
        Assert.Equal("**x**", (string?)result.Notebook.Cells[0].Outputs.Single()!["data"]!["text/markdown"]);
    }

    private static Task<NotebookRunResult> Run(params string[] sources) =>
        new NotebookRun(AppContext.BaseDirectory).RunAsync(Notebook(sources), new Nobody());

    private static Notebook Notebook(params string[] sources) => new([.. sources.Select((source, i) => new NotebookCell($"c{i}", CellKind.Code, source))]);

    private static string Words(JsonNode? output) =>
        $"{output!["output_type"]} {(output["text"] ?? output["data"]?["text/plain"])}";
}
