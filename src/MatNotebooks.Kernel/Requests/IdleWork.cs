namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Does while nothing runs what can wait until then: once, what makes the kernel quick at what it has not been asked yet; and again and again
/// it gives memory back, for the runtime sees no reason to collect where there is plenty, and a notebook that stays open over the day would
/// keep what its cells let go of.
/// </summary>
internal sealed class IdleWork
{
    private const long Worth = 48L << 20; // bytes allocated since the last time
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly Lock gate = new();
    private readonly Timer timer;
    private Func<Task>? once;
    private int running;
    private long collected;

    /// <param name="ready">When the kernel is ready for its first cell, which comes before all of this.</param>
    /// <param name="once">Done the first time nothing runs.</param>
    public IdleWork(Task ready, Func<Task> once)
    {
        this.once = once;
        timer = new Timer(_ => _ = WorkAsync());
        ready.GetAwaiter().OnCompleted(Rest);
    }

    /// <summary>A cell begins: it is not to be disturbed.</summary>
    public void CellBegins()
    {
        lock (gate)
        {
            running++;
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A cell has ended.</summary>
    public void CellEnded()
    {
        lock (gate)
            running--;
        Rest();
    }

    // If no cell runs or follows soon.
    private void Rest()
    {
        lock (gate)
        {
            if (running == 0)
                timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task WorkAsync()
    {
        if (Interlocked.Exchange(ref once, null) is { } first)
            await first();
        Collect();
    }

    private void Collect()
    {
        if (Volatile.Read(ref running) > 0 || GC.GetTotalAllocatedBytes() - collected < Worth)
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        collected = GC.GetTotalAllocatedBytes();
    }
}
