using System.Diagnostics;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.Completion;
using MatNotebooks.Kernel.Session.FSharp;
using MatNotebooks.Kernel.Tests.Cells;

namespace MatNotebooks.Kernel.Tests.Session.FSharp;

/// <summary>What is proposed and told at the place marked "|" of an F# cell. One test with many cells, because a session takes seconds to start.</summary>
public sealed class FSharpAssistantTests : IDisposable
{
    private readonly CellBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Nothing_is_told_before_the_first_cell_and_the_session_is_not_started()
    {
        using var session = new ScriptSession(AppContext.BaseDirectory);
        var asked = false;
        var assistant = new CellAssistant(session, new Lazy<FSharpSession>(() =>
        {
            asked = true;
            throw new InvalidOperationException("started");
        }));
        Assert.Empty((await assistant.CompleteAsync("#!fsharp\nList.ma", 16, CancellationToken.None)).Items);
        Assert.Null(await assistant.InspectAsync("#!fsharp\nList.map", 16, false, CancellationToken.None));
        Assert.False(asked);
    }

    [Fact]
    public async Task Proposals_and_explanations_fit_the_place()
    {
        await bench.RunAll("#!fsharp\n/// The area of a disk.\nlet area (r: float) : float = r * r\nlet apples = [1; 2]\ntype Point = { Abscissa: float }\nlet point = { Abscissa = 2.0 }");
        Assert.Contains((await Proposed("#!fsharp\nlet x = 1\nList.ma|")).Items, item => item is { Text: "map", Kind: "method" or "variable" } && item.Signature!.Contains("'T -> 'U", StringComparison.Ordinal));
        Assert.Contains((await Proposed("#!fsharp\nare|")).Items, item => item.Text == "area" && item.Signature!.Contains("float", StringComparison.Ordinal));
        Assert.Contains((await Proposed("#!fsharp\npoint.|")).Items, item => item is { Text: "Abscissa" });
        Assert.Contains((await Proposed("#!fsharp\napples.Len|")).Items, item => item is { Text: "Length", Kind: "property" });
        Assert.Contains((await Proposed("#!fsharp\nlet local = 3\nlet y = loc|")).Items, item => item.Text == "local");

        // Offsets are the cell's, also behind C#.
        var found = await Proposed("var x = 1;\n#!fsharp\nlet y = app|les");
        Assert.Equal((28, 31), (found.Start, found.End));
        Assert.Equal("apples", found.Items[0].Text);

        Assert.Contains("area", await TextOf("#!fsharp\nar|ea 2.0"), StringComparison.Ordinal);
        Assert.Contains("float", await TextOf("#!fsharp\nar|ea 2.0"), StringComparison.Ordinal);
        Assert.Contains("Abscissa", await TextOf("#!fsharp\nlet z = point.Absc|issa"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_cursor_is_answered_also_while_a_cell_runs()
    {
        await bench.RunAll("#!fsharp\nlet apples = [1; 2]");
        using var stop = new CancellationTokenSource();
        var running = bench.Run("#!fsharp\nlet mutable n = 0\nwhile true do\n    n <- n + 1", cancellation: stop.Token);
        Assert.Equal("apples", (await Proposed("#!fsharp\nappl|")).Items[0].Text);
        string[] codes = ["", "let x =", "\"a", "#r \"nuget: No.Such.Package\"\napples.", "[1 .. ", "x.y.z", "``a b", "// app", "match x with |", "1.", "open System."];
        foreach (var code in codes.Select(code => "#!fsharp\r\n" + code))
        {
            for (var cursor = 9; cursor <= code.Length; cursor += 3)
            {
                var found = await bench.Runner.CompleteAsync(code, cursor, CancellationToken.None);
                Assert.InRange(found.Start, 0, found.End);
                Assert.InRange(found.End, 0, code.Length);
                _ = await bench.Runner.InspectAsync(code, cursor, true, CancellationToken.None);
            }
        }
        await stop.CancelAsync();
        Assert.Equal("Interrupted", (await running).Error!.Name);
    }

    // A question that took too long is answered with nothing: on a loaded machine it is asked again.
    private async Task<CellCompletions> Proposed(string marked)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var found = await Ask(marked);
            if (found.Items.Count > 0)
                return found;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"nothing was proposed for 60 s at {marked}");
        }
    }

    private async Task<string> TextOf(string marked)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            if (await Told(marked) is { } text)
                return text;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"nothing was told for 60 s at {marked}");
        }
    }

    private Task<CellCompletions> Ask(string marked) =>
        bench.Runner.CompleteAsync(marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal), CancellationToken.None);

    private async Task<string?> Told(string marked) =>
        (await bench.Runner.InspectAsync(marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal), true, CancellationToken.None))?.PlainText;
}
