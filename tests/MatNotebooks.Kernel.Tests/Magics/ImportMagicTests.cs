using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Tests.Magics;

public sealed class ImportMagicTests : IDisposable
{
    private readonly NotebookFolder notebook = new();

    public void Dispose() => notebook.Dispose();

    [Fact]
    public async Task Imported_cells_run_here_and_markdown_does_not()
    {
        notebook.WriteNotebook("parts/other.ipynb", "md:# var x = 1;", "var x = 20;\nConsole.Write(\"said\");", "#!time\nint Twice(int n) => 2 * n;", "x + 1");
        var cell = await notebook.RunAll("#!import parts/other.ipynb\nTwice(x)");
        Assert.Equal("40", cell.Result);
        Assert.Equal("said", cell.Text());
        // What an imported cell ends in is shown, but is not the result.
        Assert.Contains(cell.Messages.OfType<DisplayMessage.Data>(), data => data.Bundle.PlainText == "21");
    }

    [Fact]
    public async Task Imports_nest_and_paths_start_at_the_importing_notebook()
    {
        notebook.WriteNotebook("a/outer.ipynb", "#!import inner.ipynb");
        notebook.WriteNotebook("a/inner.ipynb", "var deep = 7;");
        Assert.Equal("7", (await notebook.RunAll("#!import a/outer.ipynb\ndeep")).Result);
    }

    [Fact]
    public async Task A_circle_is_told()
    {
        notebook.WriteNotebook("a.ipynb", "#!import b.ipynb");
        notebook.WriteNotebook("b.ipynb", "#!import a.ipynb");
        Assert.Equal("#!import goes in a circle: a.ipynb → b.ipynb → a.ipynb. Take one of these imports out.", (await notebook.Run("#!import a.ipynb")).Error!.Value);
    }

    [Fact]
    public async Task Errors_name_the_imported_cell_and_show_its_line()
    {
        notebook.WriteNotebook("other.ipynb", "var a = 1;", "var b = 2;\nvar c = unknown;");
        Assert.StartsWith("Cell In[1], other.ipynb cell 2, line 2, column 9: error CS0103", (await notebook.Run("#!import other.ipynb")).Trace, StringComparison.Ordinal);
        notebook.WriteNotebook("thrown.ipynb", "// first\nthrow new FormatException(\"bad\");");
        var trace = (await notebook.Run("#!import thrown.ipynb")).Error!.Traceback;
        Assert.Contains("Cell In[2], thrown.ipynb cell 1, line 2", trace);
        Assert.Contains("  2 | throw new FormatException(\"bad\");", trace);
    }

    [Fact]
    public async Task What_is_not_there_or_no_notebook_is_one_clear_line()
    {
        notebook.WriteNotebook("model.ipynb", "1");
        Assert.EndsWith("model2.ipynb. Did you mean 'model.ipynb'?", (await notebook.Run("#!import model2.ipynb")).Error!.Value, StringComparison.Ordinal);
        notebook.Write("broken.ipynb", "{}");
        Assert.StartsWith("#!import broken.ipynb: it has no \"nbformat\"", (await notebook.Run("#!import broken.ipynb")).Error!.Value, StringComparison.Ordinal);
        Assert.EndsWith("C# files come in by #load \"x.csx\".", (await notebook.Run("#!import x.csx")).Error!.Value, StringComparison.Ordinal);
    }
}
