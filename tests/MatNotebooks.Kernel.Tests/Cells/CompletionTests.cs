using System.Diagnostics;
using MatNotebooks.Kernel.Session.Completion;

namespace MatNotebooks.Kernel.Tests.Cells;

/// <summary>What is proposed at the place marked "|".</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly CellBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("var text = \"a\";\ntext.Sub|", "Substring", "method")]
    [InlineData("var text = \"a\";\ntext.|\nvar next = 1;", "Length", "property")]
    [InlineData("string text = null;\ntext?.Len|", "Length", "property")]
    [InlineData("int? number = null;\nnumber?.CompareT|", "CompareTo", "method")]
    [InlineData("new[] { 1 }.Select(x => x).Whe|", "Where", "method")]
    [InlineData("new List<string>().Select(x => x.Sub|)", "Substring", "method")]
    [InlineData("Math.Sq|", "Sqrt", "method")]
    [InlineData("System.Te|", "Text", "namespace")]
    [InlineData("using System.Coll|", "Collections", "namespace")]
    [InlineData("DayOfWeek day = |", "DayOfWeek.Monday", "enum")]
    [InlineData("var apple = 1; Console.Write(app|", "apple", "variable")]
    [InlineData("void F() { var apple = 1; app| }", "apple", "variable")]
    [InlineData("fore|", "foreach", "keyword")]
    [InlineData("Perio|", "PeriodicTable", "class")]
    [InlineData("new UriBuilder { Ho|", "Host", "property")]
    [InlineData("\"a\".Substring(len|", "length:", "variable")]
    [InlineData("#!ti|", "#!time", "magic")]
    [InlineData("#!|", "#!time", "magic")]
    [InlineData("#!value --na|", "--name", "magic")]
    [InlineData("#!train --data rows --model ls|", "lstm", "magic")]
    [InlineData("var apple = 1;\n#!time\napp|", "apple", "variable")]
    public async Task Proposals_fit_the_place(string marked, string text, string kind)
    {
        var found = await Ask(marked);
        Assert.Contains(found.Items, item => item.Text == text && item.Kind == kind);
    }

    [Theory]
    [InlineData("var text = \"a.Le|\"")]
    [InlineData("// app|")]
    [InlineData("/* app| */")]
    [InlineData("var app|")]
    [InlineData("12|")]
    [InlineData("#!markdown\nsome te|")]
    public async Task Nothing_is_proposed_where_no_code_stands(string marked) => Assert.Empty((await Ask(marked)).Items);

    [Fact]
    public async Task Earlier_cells_count_and_the_offsets_are_those_of_the_cell()
    {
        await bench.RunAll("record Sample(string Name, double Mass);\nvar sampleList = new List<Sample>();");
        var found = await Ask("#!time\r\nsampleL|");
        Assert.Equal((8, 15), (found.Start, found.End));
        Assert.Equal("sampleList", found.Items[0].Text);
        Assert.Contains("List<Sample>", found.Items[0].Signature, StringComparison.Ordinal);
        Assert.Contains((await Ask("sampleList[0].M|")).Items, item => item is { Text: "Mass", Kind: "property" });
    }

    [Fact]
    public async Task Documentation_comes_from_the_reference_assemblies_from_ours_and_from_cells()
    {
        Assert.Contains("square root", (await Ask("Math.Sqr|")).Items[0].Documentation, StringComparison.Ordinal);
        Assert.NotNull((await Ask("PeriodicTable.Fin|")).Items[0].Documentation);
        await bench.RunAll("/// <summary>Twice of <paramref name=\"n\"/>.</summary>\nint Doubled(int n) => 2 * n;");
        Assert.Equal("Twice of n.", (await Ask("Double|")).Items.First(item => item.Text == "Doubled").Documentation);
    }

    [Fact]
    public async Task Completion_answers_while_a_cell_runs()
    {
        await bench.RunAll("var apple = 1;");
        using var stop = new CancellationTokenSource();
        var running = bench.Run("while (true) apple++;", cancellation: stop.Token);
        Assert.Contains((await Ask("appl|")).Items, item => item.Text == "apple");
        await stop.CancelAsync();
        Assert.Equal("Interrupted", (await running).Error!.Name);
    }

    [Fact]
    public async Task Any_cursor_in_any_text_is_answered()
    {
        string[] codes = ["", "\n", "\"", "#", "#!", "#r \"", "a.b.c(", "x?.", "$\"{a.", "new { ", "[", "class", "\r\n#!fsharp\r\nlet x =", "foreach (var x in y)", "😀.", "case ", "a is { "];
        foreach (var code in codes)
        {
            for (var cursor = -1; cursor <= code.Length + 1; cursor++)
            {
                var found = await bench.Runner.CompleteAsync(code, cursor, CancellationToken.None);
                Assert.InRange(found.Start, 0, found.End);
                Assert.InRange(found.End, 0, code.Length);
                _ = await bench.Runner.InspectAsync(code, cursor, true, CancellationToken.None);
                Assert.Contains(bench.Runner.CheckComplete(code).Status, new[] { "complete", "incomplete", "invalid" });
            }
        }
    }

    [Fact]
    public async Task Warm_completion_is_quick()
    {
        await Ask("Console.Wri|");
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            await Ask($"var n{run} = new List<string>();\nn{run}.Sel|");
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }
        Assert.True(best < TimeSpan.FromMilliseconds(500), $"the best of five took {best.TotalMilliseconds} ms");
    }

    [Theory]
    [InlineData("1 + 1", "complete", "")]
    [InlineData("for (var i = 0; i < 3; i++)\n{", "incomplete", "    ")]
    [InlineData("if (true)\n{\n    F(", "incomplete", "        ")]
    [InlineData("int x = ;", "invalid", "")]
    [InlineData("#!time", "complete", "")]
    [InlineData("#!fsharp\nlet f x =", "incomplete", "    ")]
    [InlineData("#!fsharp\nlet x = 1", "complete", "")]
    [InlineData("#!markdown\n# any {", "complete", "")]
    public void Completeness_and_indent(string code, string status, string indent)
    {
        var found = bench.Runner.CheckComplete(code);
        Assert.Equal((status, indent), (found.Status, found.Indent));
    }

    private Task<CellCompletions> Ask(string marked)
    {
        var at = marked.IndexOf('|', StringComparison.Ordinal);
        return bench.Runner.CompleteAsync(marked.Remove(at, 1), at, CancellationToken.None);
    }
}
