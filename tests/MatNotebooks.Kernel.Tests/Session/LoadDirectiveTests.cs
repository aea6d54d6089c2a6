using MatNotebooks.Kernel.Tests.Magics;

namespace MatNotebooks.Kernel.Tests.Session;

public sealed class LoadDirectiveTests : IDisposable
{
    private readonly NotebookFolder notebook = new();

    public void Dispose() => notebook.Dispose();

    [Fact]
    public async Task A_file_is_loaded_from_beside_the_notebook_and_may_load_others()
    {
        notebook.Write("lib/tools.csx", "#load \"more.csx\"\nint Twice(int n) => Factor * n;");
        notebook.Write("lib/more.csx", "const int Factor = 2;");
        await notebook.RunAll("#load \"lib/tools.csx\"");
        Assert.Equal("42", (await notebook.RunAll("Twice(21)")).Result);
    }

    [Fact]
    public async Task A_changed_file_can_be_loaded_again()
    {
        notebook.Write("tools.csx", "int Answer() => 1;");
        await notebook.RunAll("#load \"tools.csx\"\nvar first = Answer();");
        notebook.Write("tools.csx", "int Answer() => 2;");
        Assert.Equal("3", (await notebook.RunAll("#load \"tools.csx\"\nAnswer() + first")).Result);
    }

    [Fact]
    public async Task Compile_errors_name_the_file_and_show_its_line()
    {
        notebook.Write("tools.csx", "int a = 1;\nint b = wrong;");
        var trace = (await notebook.Run("#load \"tools.csx\"")).Error!.Traceback;
        Assert.EndsWith("tools.csx, line 2, column 9: error CS0103: The name 'wrong' does not exist in the current context", trace[0], StringComparison.Ordinal);
        Assert.Equal(["  2 | int b = wrong;", "    |         ^^^^^"], trace.Skip(1));
    }

    [Fact]
    public async Task Exceptions_name_the_line_of_the_file()
    {
        notebook.Write("tools.csx", "int Fail()\n{\n    throw new FormatException(\"bad\");\n}");
        var trace = (await notebook.Run("#load \"tools.csx\"\nFail();")).Error!.Traceback;
        Assert.Equal("tools.csx, line 3, in Fail()", trace[1]);
        Assert.Equal("  3 |     throw new FormatException(\"bad\");", trace[2]);
        Assert.Equal("Cell In[1], line 2", trace[4]);
    }

    [Fact]
    public async Task Its_loops_can_be_stopped_and_its_lines_keep_their_columns()
    {
        notebook.Write("tools.csx", "long Rounds = 0;\nvoid Forever() { while (true) { try { Rounds++; } catch { } } }\nvoid Fail() { while (true) { int.Parse(\"x\"); } }");
        await notebook.RunAll("#load \"tools.csx\"");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));
        var stopped = await notebook.Run("Forever();", stop.Token);
        Assert.Equal("Interrupted", stopped.Error!.Name);
        Assert.DoesNotContain("left behind", stopped.Trace, StringComparison.Ordinal);
        var failed = (await notebook.Run("Fail();")).Error!.Traceback;
        Assert.Equal(["  3 | void Fail() { while (true) { int.Parse(\"x\"); } }", "    |                              ^"], failed.SkipWhile(line => !line.StartsWith("  3", StringComparison.Ordinal)).Take(2));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        Assert.Contains("none.csx", (await notebook.Run("#load \"none.csx\"")).Trace, StringComparison.Ordinal);
}
