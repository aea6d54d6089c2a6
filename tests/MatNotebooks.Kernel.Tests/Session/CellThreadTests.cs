using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Tests.Session;

public sealed class CellThreadTests
{
    [Fact]
    public async Task Code_that_cannot_be_stopped_is_left_behind_and_the_next_runs()
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
    public async Task A_wait_that_ends_as_it_is_interrupted_leaves_no_interruption_behind()
    {
        using var thread = new CellThread();
        for (var run = 0; run < 12; run++)
        {
            using var stop = new CancellationTokenSource();
            // Ends about when the grace does.
            var ends = StoppableRun.Grace + TimeSpan.FromMilliseconds(run - 6);
            var cell = thread.Run(() => { Thread.Sleep(ends); return Task.FromResult(1); }, stop.Token);
            stop.Cancel();
            await Task.WhenAny(cell).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(2, await thread.Run(() => { Thread.Sleep(1); return Task.FromResult(2); }, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1)));
        }
    }

    [Fact]
    public async Task Code_that_allocates_and_calls_is_never_aborted_for_that_would_end_the_process()
    {
        using var thread = new CellThread(TimeSpan.FromSeconds(0.3));
        var (release, kept) = (false, new object());
        using var stop = new CancellationTokenSource();
        var inside = new TaskCompletionSource();
        var busy = thread.Run(() => Allocate(inside, ref release, ref kept), stop.Token);
        await inside.Task;
        await stop.CancelAsync();
        var left = await Assert.ThrowsAsync<AbandonedException>(() => busy.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(0.3, left.Waited.TotalSeconds);
        Volatile.Write(ref release, true);
    }

    private static Task<int> Allocate(TaskCompletionSource inside, ref bool release, ref object kept)
    {
        for (inside.SetResult(); !Volatile.Read(ref release);)
            kept = Enumerable.Range(0, 100).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Task.FromResult(1);
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
