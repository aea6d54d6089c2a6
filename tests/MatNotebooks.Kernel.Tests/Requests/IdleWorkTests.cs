using MatNotebooks.Kernel.Requests;

namespace MatNotebooks.Kernel.Tests.Requests;

public sealed class IdleWorkTests
{
    [Fact]
    public async Task What_can_wait_is_done_once_when_the_kernel_is_ready_and_no_cell_runs()
    {
        var (ready, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (times, ended) = (0, false);
        var idle = new IdleWork(ready.Task, () =>
        {
            if (Interlocked.Increment(ref times) == 1)
                done.SetResult();
            Assert.True(Volatile.Read(ref ended));
            return Task.CompletedTask;
        });
        idle.CellBegins();
        ready.SetResult();
        await Task.WhenAny(done.Task, Task.Delay(TimeSpan.FromSeconds(0.8))); // longer than it rests
        Assert.False(done.Task.IsCompleted);
        Volatile.Write(ref ended, true);
        idle.CellEnded();
        await done.Task.WaitAsync(TimeSpan.FromMinutes(1));
        idle.CellBegins();
        idle.CellEnded();
        await Task.Delay(TimeSpan.FromSeconds(0.8));
        Assert.Equal(1, times);
    }
}
