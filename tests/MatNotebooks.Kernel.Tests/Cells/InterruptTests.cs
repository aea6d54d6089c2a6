using System.Diagnostics;
using MatNotebooks.Kernel.Tests.Display;

namespace MatNotebooks.Kernel.Tests.Cells;

public sealed class InterruptTests : IDisposable
{
    private readonly CellBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("tight loop", "while (true) kept++;")]
    [InlineData("sleeping loop", "while (true) { kept++; Thread.Sleep(5); }")]
    [InlineData("catch-all loop", "while (true) { try { kept++; Thread.Sleep(1); } catch { } }")]
    [InlineData("await", "kept++; await Task.Delay(-1);")]
    [InlineData("loop after await", "await Task.Delay(1); while (true) kept++;")]
    [InlineData("waiting for a task", "kept++; Task.Delay(-1).Wait();")]
    [InlineData("waiting for a lock", "kept++; new SemaphoreSlim(0).Wait();")]
    [InlineData("joining a thread", "kept++; var idle = new Thread(() => Thread.Sleep(-1)) { IsBackground = true }; idle.Start(); idle.Join();")]
    public async Task A_cell_is_stopped_and_the_session_goes_on(string kind, string code)
    {
        await bench.RunAll("long kept = 1;");
        var (stopped, taken) = await StopOnceRunning("kept++; Console.Write(1); " + code);
        Assert.True(stopped.Error?.Name == "Interrupted", $"{kind}: {stopped.Trace}");
        Assert.True(taken < TimeSpan.FromSeconds(8), $"{kind} took {taken}");
        Assert.Equal("true", (await bench.RunAll("kept > 1")).Result);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped_too()
    {
        var stopped = await bench.Run("await Task.Delay(-1, Interrupted);", TimeSpan.FromSeconds(0.2));
        Assert.Equal("Timeout", stopped.Error!.Name);
        Assert.Contains("longer than the 0.2 s", stopped.Trace, StringComparison.Ordinal);
    }

    private async Task<(RecordedChannel Cell, TimeSpan Taken)> StopOnceRunning(string code)
    {
        using var stop = new CancellationTokenSource();
        var channel = new RecordedChannel();
        var run = bench.Runner.RunAsync(code, channel, cancellation: stop.Token);
        await Task.WhenAny(channel.FirstMessage, run);
        var watch = Stopwatch.StartNew();
        stop.CancelAfter(TimeSpan.FromMilliseconds(50));
        await run;
        return (channel, watch.Elapsed);
    }

    [Fact]
    public async Task A_token_of_the_cells_own_is_an_ordinary_exception()
    {
        var failed = await bench.Run("new CancellationToken(true).ThrowIfCancellationRequested();");
        Assert.Equal("OperationCanceledException", failed.Error!.Name);
    }
}
