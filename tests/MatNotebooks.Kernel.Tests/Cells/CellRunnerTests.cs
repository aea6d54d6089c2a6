using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Tests.Cells;

public sealed class CellRunnerTests : IDisposable
{
    private readonly CellBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("Math.Abs(1);", null)]
    [InlineData("var x = 5;\nx * 2", "10")]
    [InlineData("Console.Write(3)", null)]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("(string)null", "null")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "true")]
    [InlineData("// nothing", null)]
    [InlineData("", null)]
    public async Task The_trailing_expression_is_the_result(string code, string? expected) =>
        Assert.Equal(expected, (await bench.RunAll(code)).Result);

    [Fact]
    public async Task State_stays_from_cell_to_cell() => Assert.Equal("18", (await bench.RunAll(
        "using System.Numerics;", "var x = 5;\nint Twice(int n) => 2 * n;", "// a comment alone", "record Pair(int A, int B);\nx += 1;", "Twice(x) + new Pair(2, 4).A + new Pair(2, 4).B")).Result);

    [Fact]
    public async Task A_failed_cell_keeps_what_it_had_set()
    {
        var failed = await bench.Run("var before = 1;\nbefore = 2;\nthrow new InvalidOperationException(\"stop\");");
        Assert.Equal("InvalidOperationException", failed.Error!.Name);
        Assert.Equal("2", (await bench.RunAll("before")).Result);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await bench.RunAll("var x = 1;");
        Assert.NotNull((await bench.Run("x = 2; nothing();")).Error);
        Assert.Equal("1", (await bench.RunAll("x")).Result);
    }

    [Fact]
    public async Task Compile_errors_name_cell_line_and_the_name_probably_meant()
    {
        await bench.RunAll("var temperature = 300.0;");
        var failed = await bench.Run("var a = 1;\nvar b = temprature + a;");
        Assert.Equal("CompileError", failed.Error!.Name);
        Assert.Equal(
            "Cell In[2], line 2, column 9: error CS0103: The name 'temprature' does not exist in the current context Did you mean 'temperature'?\n" +
            "  2 | var b = temprature + a;\n" +
            "    |         ^^^^^^^^^^",
            failed.Trace);
    }

    [Fact]
    public async Task A_member_that_does_not_exist_gets_a_hint_too() =>
        Assert.Contains("Did you mean 'Length'?", (await bench.Run("\"abc\".Lenght")).Trace, StringComparison.Ordinal);

    [Fact]
    public async Task The_name_of_an_argument_probably_meant_is_told()
    {
        Assert.Contains("Did you mean 'tolerance'?", (await bench.Run("void F(int count, double tolerance = 1) { }\nF(1, tolerence: 2);")).Trace, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Cutoff'?", (await bench.Run("record Options(double Cutoff);\nnew Options(Cutof: 2)")).Trace, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", (await bench.Run("string.Join(wholly: 1)")).Trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_those_of_the_cell_also_below_a_magic() =>
        Assert.Contains("Cell In[1], line 3, column", (await bench.Run("#!time\n\nwrong")).Trace, StringComparison.Ordinal);

    [Fact]
    public async Task Exceptions_show_the_lines_of_cells_and_no_frame_of_the_host()
    {
        await bench.RunAll("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var failed = await bench.Run("var zero = 0;\nvar list = new[] { 1 }.Select(n => Divide(n, zero)).ToList();");
        Assert.Equal("DivideByZeroException", failed.Error!.Name);
        var lines = failed.Error.Traceback;
        Assert.Equal("DivideByZeroException: Attempted to divide by zero.", lines[0]);
        Assert.Equal("Cell In[1], line 3, in Divide()", lines[1]);
        Assert.Equal("  3 |     return a / b;", lines[2]);
        Assert.Contains("Cell In[2], line 2", lines);
        Assert.DoesNotContain(lines, line => line.Contains("MatNotebooks.Kernel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Causes_are_told_and_empty_wrappers_taken_off()
    {
        var failed = await bench.Run("Task.Run(() => throw new FormatException(\"outer\", new ArgumentException(\"inner\"))).Wait();");
        Assert.Equal("FormatException", failed.Error!.Name);
        Assert.Contains("caused by ArgumentException: inner", failed.Error.Traceback);
    }

    [Fact]
    public async Task Printing_is_the_cells_own_also_from_its_tasks()
    {
        var cell = await bench.RunAll("Console.Write(\"a\"); Console.Error.Write(\"e\"); await Task.Run(() => Console.WriteLine(1.5));");
        Assert.Equal("a1.5\n", cell.Text());
        Assert.Equal("e", cell.Text(StandardStream.Error));
    }

    [Fact]
    public async Task Late_output_lands_in_the_cell_that_started_it()
    {
        var first = await bench.RunAll("var gate = new TaskCompletionSource();\nvar late = Task.Run(async () => { await gate.Task; Console.Write(\"late\"); });");
        var second = await bench.RunAll("gate.SetResult(); await late;");
        Assert.Equal("late", first.Text());
        Assert.Equal("", second.Text());
    }

    [Fact]
    public async Task What_an_async_void_method_throws_does_not_end_the_process()
    {
        var cell = await bench.RunAll("async void Lost() { await Task.Yield(); throw new FormatException(\"lost\"); }\nLost();\nawait Task.Delay(300);");
        Assert.Equal("FormatException in an async void method: lost\n", cell.Text(StandardStream.Error));
    }

    [Fact]
    public async Task What_is_displayed_can_be_replaced()
    {
        var cell = await bench.RunAll("var shown = display(1);\nshown.Update(2);");
        var data = Assert.Single(cell.Messages.OfType<DisplayMessage.Data>());
        var update = Assert.Single(cell.Messages.OfType<DisplayMessage.Update>());
        Assert.Equal(("1", "2"), (data.Bundle.PlainText, update.Bundle.PlainText));
        Assert.Equal(data.Id, update.Id);
        Assert.Equal("cell-1-display-1", data.Id);
    }

    [Fact]
    public async Task References_by_path_work_and_their_absence_is_told()
    {
        var path = typeof(FsCheck.Config).Assembly.Location;
        Assert.Equal("FsCheck", (await bench.RunAll($"#r \"{path}\"\nusing FsCheck;", "typeof(Config).Assembly.GetName().Name")).Result);
        Assert.Contains("CS0006", (await bench.Run("#r \"absent.dll\"\n1")).Trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Torch_and_the_science_need_no_using_line() => Assert.Equal("Fe 2", (await bench.RunAll(
        "Tensor pair = zeros(2);\nvar element = PeriodicTable.Find(\"Fe\");\n$\"{element.Symbol} {pair.shape[0]}\"")).Result);

    [Fact]
    public async Task A_redeclared_variable_lets_its_old_value_go_unless_a_lambda_holds_it()
    {
        var last = await bench.RunAll(
            "var loose = new object(); var first = new WeakReference(loose);",
            "var held = new object(); var second = new WeakReference(held); Func<object> holder = () => held;",
            "var loose = 1; var held = 2;",
            "GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect();\n(first.IsAlive, second.IsAlive, holder() != null).ToString()");
        Assert.Equal("(False, True, True)", last.Result);
    }
}
