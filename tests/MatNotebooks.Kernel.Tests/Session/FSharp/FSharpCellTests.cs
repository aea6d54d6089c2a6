using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Magics;

namespace MatNotebooks.Kernel.Tests.Session.FSharp;

/// <summary>F# cells. Few tests with many cells each, because a session takes seconds to start.</summary>
public sealed class FSharpCellTests : IDisposable
{
    private readonly NotebookFolder notebook = new();

    public void Dispose() => notebook.Dispose();

    [Fact]
    public async Task Cells_keep_state_show_values_and_name_the_lines_of_errors()
    {
        Assert.Equal("[2, 4]", Brackets((await notebook.RunAll("#!fsharp\nlet xs = [1; 2]\nxs |> List.map (fun x -> 2 * x)")).Result));
        var printed = await notebook.RunAll("#!fsharp\nprintfn \"%d\" xs.Length\nlet half = 0.5\n#!time\nlet area (r: float) : float =\n    if r < 0.0 then failwith \"negative\"\n    r * r");
        Assert.Equal("2\n", printed.Text());
        Assert.Null(printed.Result);
        Assert.Equal("4", (await notebook.RunAll("#!fsharp\narea 2.0")).Result);
        Assert.Equal("half  xs  area", await notebook.Shown("#!fsharp\n#!who"));
        Assert.Contains("FSharpList<int>", await notebook.Shown("#!fsharp\n#!whos xs"), StringComparison.Ordinal);
        Assert.Equal("There are no variables yet.", await notebook.Shown("#!who"));

        var wrong = await notebook.Run("#!fsharp\n\nlet y = hafl + 1.0");
        Assert.Equal("CompileError", wrong.Error!.Name);
        Assert.StartsWith("Cell In[7], line 3, column 9: error FS0039: The value or constructor 'hafl' is not defined.", wrong.Trace, StringComparison.Ordinal);
        Assert.EndsWith("  3 | let y = hafl + 1.0\n    |         ^^^^", wrong.Trace, StringComparison.Ordinal);

        var thrown = await notebook.Run("#!fsharp\nlet a = 1\nfailwith \"gone\" |> ignore");
        Assert.Equal("gone", thrown.Error!.Value);
        Assert.Contains("Cell In[8], line 3", thrown.Error.Traceback);
        Assert.DoesNotContain(thrown.Error.Traceback, line => line.Contains("FSharp.Compiler", StringComparison.Ordinal) || line.Contains("MatNotebooks.Kernel", StringComparison.Ordinal));

        // The library and display are there; a magic that is none is told.
        Assert.Equal("26", (await notebook.RunAll("#!fsharp\nopen MatNotebooks.Chemistry\nPeriodicTable.Find(\"Fe\").Number")).Result);
        Assert.Equal("7", await notebook.Shown("#!fsharp\ndisplay 7 |> ignore"));
        Assert.Contains("Did you mean '#!time'?", (await notebook.Run("#!fsharp\n#!tiem")).Error!.Value, StringComparison.Ordinal);

        // An endless loop stops, and names stay.
        // Whatever the moment: while the compiler is at work, as it hands over, and in the loop.
        await notebook.RunAll("#!fsharp\nlet mutable n = 0");
        var random = new Random(1);
        for (var run = 0; run < 8; run++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(run < 5 ? 300 : 1500)));
            var stopped = await notebook.Run("#!fsharp\nlet mutable k = 0\nwhile true do\n    try\n        n <- n + 1\n    with _ -> k <- k + 1", stop.Token);
            Assert.True(stopped.Error!.Name == "Interrupted" && !stopped.Trace.Contains("left behind", StringComparison.Ordinal), $"run {run}: {stopped.Trace}");
        }
        Assert.Equal("0.5", (await notebook.RunAll("#!fsharp\nhalf")).Result);
    }

    [Fact]
    public async Task Functions_are_listed_with_their_types()
    {
        await notebook.RunAll("#!fsharp\nlet area (r: float) : float = r * r\nlet twice f x = f (f x)\nlet add a b = a + b\nlet r = 2.0\nmodule Inner =\n    let hidden x = x + 1");
        Assert.Equal("add  area  r  twice", await Sorted());
        var listed = await notebook.Shown("#!fsharp\n#!whos");
        Assert.Contains("float -> float", listed, StringComparison.Ordinal);
        Assert.Contains("int -> int -> int", listed, StringComparison.Ordinal);
        Assert.Contains("('a -> 'a) -> 'a -> 'a", listed, StringComparison.Ordinal);

        // What is bound anew is listed once, as what it is now; also in later cells.
        await notebook.RunAll("#!fsharp\nlet add = 3\nlet r x = x + 1.0");
        Assert.Equal("add  area  r  twice", await Sorted());
        Assert.Contains("int", await notebook.Shown("#!fsharp\n#!whos add"), StringComparison.Ordinal);
        Assert.DoesNotContain("->", await notebook.Shown("#!fsharp\n#!whos add"), StringComparison.Ordinal);
        Assert.Contains("float -> float", await notebook.Shown("#!fsharp\n#!whos r"), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'area'?", (await notebook.Run("#!fsharp\n#!whos aera")).Error!.Value, StringComparison.Ordinal);

        async Task<string> Sorted() => string.Join("  ", (await notebook.Shown("#!fsharp\n#!who")).Split("  ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Values_go_both_ways()
    {
        await notebook.RunAll("var numbers = new List<double> { 1.5, 2.5 }; IEnumerable<int> lazy = Enumerable.Range(0, 4).Select(n => n * n); var grid = new double[2, 3]; var table = new Dictionary<string, List<int>>();");
        Assert.Equal("4", (await notebook.RunAll("#!fsharp\n#!share --from csharp numbers\n#!share lazy --from csharp --as squares\nSeq.sum numbers")).Result);
        Assert.Equal("14", (await notebook.RunAll("#!fsharp\nSeq.sum squares")).Result);
        Assert.Equal("3", (await notebook.RunAll("#!fsharp\n#!set --name g --value @csharp:grid\n#!set limit 2.5\n#!share --from csharp table\nArray2D.length2 g")).Result);
        Assert.Equal("2.5", (await notebook.RunAll("#!fsharp\ntable.[\"a\"] <- ResizeArray [ 1 ]\nlimit")).Result);
        // One object, not two.
        Assert.Equal("1", (await notebook.RunAll("table[\"a\"][0]")).Result);

        await notebook.RunAll("#!fsharp\nlet pair = (1, \"one\")\nlet list = [1; 2; 3]\ntype Point = { X: float }\nlet point = { X = 2.0 }\nlet energy = -1.5");
        Assert.Equal("one", (await notebook.RunAll("#!share --from fsharp pair\npair.Item2")).Result);
        Assert.Equal("6", (await notebook.RunAll("#!share --from fsharp list\nlist.Sum()")).Result);
        Assert.Equal("2", (await notebook.RunAll("#!share --from fsharp point\npoint.X")).Result);
        Assert.Equal("-3", (await notebook.RunAll("#!set --name e --value @fsharp:energy\ne * 2")).Result);

        Assert.Equal("There is no variable 'energi' in fsharp. Did you mean 'energy'?", (await notebook.Run("#!share --from fsharp energi")).Error!.Value);
        Assert.Equal("There is no language 'fsarp' to take x from. Did you mean 'fsharp'? There are csharp and fsharp.", (await notebook.Run("#!share --from fsarp x")).Error!.Value);
        await notebook.RunAll("record Local(int A); var local = new Local(1);");
        Assert.StartsWith("local is of type Local, which a C# cell declares and F# cannot name.", (await notebook.Run("#!fsharp\n#!share --from csharp local")).Error!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!fsharp")]
    [InlineData("#!share")]
    public async Task Each_explains_itself_and_is_listed(string name)
    {
        Assert.Contains("Usage:\n  " + name, await notebook.Shown(name + " -h"), StringComparison.Ordinal);
        Assert.Contains(name, await notebook.Shown("#!lsmagic"), StringComparison.Ordinal);
    }

    // The shape of a list's text is the formatting package's affair; its items are ours.
    private static string Brackets(string? text) => $"[{string.Join(", ", (text ?? "").Where(char.IsAsciiDigit))}]";
}
