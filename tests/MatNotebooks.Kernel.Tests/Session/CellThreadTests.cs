using System.Diagnostics;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Tests.Session;

public sealed class CellThreadTests
{
    [Fact]
    public async Task Code_that_takes_no_abort_is_left_behind_and_the_next_runs()
    {
        using var thread = new CellThread(TimeSpan.FromSeconds(0.5));
        using var stop = new CancellationTokenSource();
        var inside = new TaskCompletionSource();
        var release = false;
        var stuck = thread.Run(() => Stuck(inside, ref release), stop.Token);
        await inside.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAsync<AbandonedException>(() => stuck.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(7, await thread.Run(() => Task.FromResult(7), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1)));
        Volatile.Write(ref release, true);
    }

    [Fact]
    public async Task A_stop_at_the_very_start_or_end_never_hangs()
    {
        using var thread = new CellThread();
        var random = new Random(1);
        for (var run = 0; run < 300; run++)
        {
            using var stop = new CancellationTokenSource();
            var spins = random.Next(2000);
            var cell = thread.Run(() => { Thread.SpinWait(spins); return Task.FromResult(1); }, stop.Token);
            Thread.SpinWait(random.Next(2000));
            stop.Cancel();
            await Task.WhenAny(cell).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.True(cell.IsCompletedSuccessfully || cell.IsCanceled || cell.Exception!.InnerException is OperationCanceledException, cell.Exception?.ToString());
        }
    }

    [Fact]
    public async Task Abort_meets_end_of_action_without_either_waiting_for_the_other()
    {
        using var thread = new CellThread();
        for (var run = 0; run < 12; run++)
        {
            using var stop = new CancellationTokenSource();
            // Ends about when the grace does.
            var ends = AbortableRun.Grace + TimeSpan.FromMilliseconds(run - 6);
            var clock = Stopwatch.StartNew();
            var cell = thread.Run(() => { while (clock.Elapsed < ends) { } return Task.FromResult(1); }, stop.Token);
            stop.Cancel();
            await Task.WhenAny(cell).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(9), clock.Elapsed.ToString());
        }
    }

    private static Task<int> Stuck(TaskCompletionSource inside, ref bool release)
    {
        try
        {
            throw new FormatException();
        }
        catch (FormatException)
        {
            inside.SetResult();
            while (!Volatile.Read(ref release))
                Thread.Yield();
        }
        return Task.FromResult(1);
    }
}
