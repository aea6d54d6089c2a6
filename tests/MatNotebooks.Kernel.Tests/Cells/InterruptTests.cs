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
    [InlineData("loop in finally", "try { } finally { while (true) kept++; }")]
    [InlineData("loop in catch", "try { throw new FormatException(); } catch { while (true) { kept++; Thread.Sleep(1); } }")]
    [InlineData("parallel loop", "Parallel.For(0, 8, i => { kept++; double x = i; while (true) x = Math.Sqrt(x + 1); });")]
    [InlineData("parallel calls", "void Work() { for (var i = 0; ; i++) kept++; }\nParallel.Invoke(Work, Work, Work);")]
    [InlineData("tasks", "kept++; Task.WaitAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => { while (true) { } })).ToArray());")]
    [InlineData("query on many threads", "kept++; Enumerable.Range(0, 1000).AsParallel().Select(n => { while (n >= 0) n = 1; return n; }).Sum();")]
    [InlineData("endless query", "kept++; int Same(int n) => n; while (true) Enumerable.Range(0, 1000).Select(Same).Sum();")]
    [InlineData("query without end", "kept++; Enumerable.InfiniteSequence(0L, 1L).Where(n => n < 0).First();")]
    [InlineData("query in words", "kept++; var found = (from a in Enumerable.InfiniteSequence(0L, 1L) where a < 0 select a).First();")]
    [InlineData("counted by a long", "void Count() { double sum = 0; for (long i = 0; i < long.MaxValue; i++) sum += i; kept = (long)sum; }\nCount();")]
    [InlineData("goto", "again: kept++; goto again;")]
    [InlineData("training", "var layer = nn.Linear(64, 64); var adam = optim.Adam(layer.parameters());\nwhile (true) { kept++; adam.zero_grad(); using var loss = layer.forward(randn(32, 64)).pow(2).mean(); loss.backward(); adam.step(); }")]
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

    [Fact]
    public async Task A_cell_that_fills_the_pool_is_stopped_when_its_time_is_over()
    {
        await bench.RunAll("long kept = 1;");
        var watch = Stopwatch.StartNew();
        var stopped = await bench.Run("Parallel.For(0, 12, i => { while (true) kept++; });", TimeSpan.FromSeconds(0.2));
        Assert.Equal("Timeout", stopped.Error!.Name);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"took {watch.Elapsed}");
    }

    private async Task<(RecordedChannel Cell, TimeSpan Taken)> StopOnceRunning(string code)
    {
        using var stop = new CancellationTokenSource();
        var channel = new RecordedChannel();
        var run = bench.Runner.RunAsync(code, channel, cancellation: stop.Token);
        await Task.WhenAny(channel.FirstMessage, run);
        var watch = Stopwatch.StartNew();
        var stopper = new Thread(() => // the pool may be full of what is to be stopped
        {
            Thread.Sleep(50);
            stop.Cancel();
        });
        stopper.Start();
        await run.WaitAsync(TimeSpan.FromMinutes(1));
        var taken = watch.Elapsed;
        stopper.Join();
        return (channel, taken);
    }

    [Fact]
    public async Task A_stop_at_any_moment_ends_the_cell_and_keeps_the_session()
    {
        string[] codes =
        [
            "while (true) kept++;", "try { while (true) { try { kept++; Thread.Sleep(1); } catch { } } } finally { kept++; }", "kept++;",
            "await Task.Delay(3); while (true) kept++;", "Parallel.For(0, 4, i => { while (true) kept++; });", "Enumerable.Range(0, 300_000).Select(n => n * 2L).Sum()",
        ];
        await bench.RunAll("long kept = 1;");
        var random = new Random(1);
        for (var run = 0; run < 60; run++)
        {
            var code = codes[run % codes.Length];
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(60)));
            var cell = await bench.Run(code, cancellation: stop.Token);
            Assert.True(cell.Error is null || cell.Error.Name == "Interrupted" && !cell.Trace.Contains("left behind", StringComparison.Ordinal), $"run {run}, {code}: {cell.Trace}");
        }
        Assert.Equal("true", (await bench.RunAll("kept > 0")).Result);
    }

    [Fact]
    public async Task A_token_of_the_cells_own_is_an_ordinary_exception()
    {
        var failed = await bench.Run("new CancellationToken(true).ThrowIfCancellationRequested();");
        Assert.Equal("OperationCanceledException", failed.Error!.Name);
    }
}
