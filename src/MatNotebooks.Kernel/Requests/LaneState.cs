namespace MatNotebooks.Kernel.Requests;

/// <summary>Whether anything waits or runs in a lane.</summary>
internal sealed class LaneState
{
    private readonly Lock gate = new();
    private TaskCompletionSource empty = Done();
    private int requests;

    /// <summary>Done when nothing waits or runs.</summary>
    public Task Empty
    {
        get
        {
            lock (gate)
                return empty.Task;
        }
    }

    public void Added()
    {
        lock (gate)
        {
            if (requests++ == 0)
                empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Removed()
    {
        lock (gate)
        {
            if (--requests == 0)
                empty.SetResult();
        }
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
