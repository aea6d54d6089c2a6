namespace MatNotebooks.Kernel.Session;

/// <summary>
/// Runs what follows an <c>await</c> in a cell on pool threads, where it can be stopped as its first part can.
/// </summary>
internal sealed class StoppableContext(CancellationToken cancellation) : SynchronizationContext
{
    [ThreadStatic]
    private static bool controlled;

    private int running;

    /// <summary>Whether no code of the cell is running under this context.</summary>
    public bool Idle => Volatile.Read(ref running) == 0;

    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ => Execute(d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs an action here, under this context.</summary>
    /// <exception cref="OperationCanceledException">The token stopped it.</exception>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        controlled = true;
        Interlocked.Increment(ref running);
        try
        {
            StoppableRun.Run(action, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref running);
            controlled = false;
            SetSynchronizationContext(before);
        }
    }

    private void Execute(SendOrPostCallback callback, object? state)
    {
        if (controlled)
        {
            callback(state);
            return;
        }
        try
        {
            Run(() => callback(state));
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // The cell was stopped: its thread reports it.
        }
        catch (Exception failure)
        {
            // Thrown by an async void method, which nobody awaits: here it would end the process.
            Console.Error.WriteLine($"{failure.GetType().Name} in an async void method: {failure.Message}");
        }
    }
}
