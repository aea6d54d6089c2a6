namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Gives memory back while nothing runs: the runtime sees no reason to collect where there is plenty, and a notebook that stays open
/// over the day would keep what its cells let go of.
/// </summary>
internal sealed class IdleCollection
{
    private const long Worth = 48L << 20; // bytes allocated since the last time
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly Lock gate = new();
    private readonly Timer timer;
    private int running;
    private long collected;

    public IdleCollection() => timer = new Timer(_ => Collect());

    /// <summary>A cell begins: it is not to be disturbed.</summary>
    public void CellBegins()
    {
        lock (gate)
        {
            running++;
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A cell has ended; if none runs or follows soon, memory is collected.</summary>
    public void CellEnded()
    {
        lock (gate)
        {
            if (--running == 0)
                timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    private void Collect()
    {
        if (GC.GetTotalAllocatedBytes() - collected < Worth)
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        collected = GC.GetTotalAllocatedBytes();
    }
}
