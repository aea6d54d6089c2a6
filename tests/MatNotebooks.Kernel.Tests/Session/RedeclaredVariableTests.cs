using MatNotebooks.Kernel.Tests.Magics;

namespace MatNotebooks.Kernel.Tests.Session;

/// <summary>Every run of a cell that declares a variable makes one more of it: the old ones must be let go, but only where nothing reads them.</summary>
public sealed class RedeclaredVariableTests : IDisposable
{
    private const string Alive = "GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect(); made.Count(array => array.IsAlive)";
    private readonly NotebookFolder notebook = new();

    public void Dispose() => notebook.Dispose();

    [Fact]
    public async Task An_array_of_80_MB_declared_ten_times_is_there_once()
    {
        await notebook.RunAll("var made = new List<WeakReference>();");
        for (var run = 0; run < 10; run++)
            await notebook.RunAll("var big = new byte[80_000_000]; made.Add(new WeakReference(big));");
        Assert.Equal("1", (await notebook.RunAll(Alive)).Result);
        Assert.Equal("80000000", (await notebook.RunAll("big.Length")).Result);
    }

    [Fact]
    public async Task What_a_function_still_reads_stays()
    {
        await notebook.RunAll("var big = new byte[10]; big[0] = 7;\nint First() => big[0];", "var big = new byte[20];");
        Assert.Equal("7", (await notebook.RunAll("First()")).Result);
    }

    [Fact]
    public async Task What_a_magic_declares_is_let_go_too()
    {
        notebook.Write("text.txt", "some text");
        await notebook.RunAll("var made = new List<WeakReference>();");
        for (var run = 0; run < 4; run++)
            await notebook.RunAll("#!value --name big --from-file text.txt\n", "made.Add(new WeakReference(big));");
        Assert.Equal("1", (await notebook.RunAll(Alive)).Result);
        Assert.Equal("some text", (await notebook.RunAll("big")).Result);
    }
}
