namespace MatNotebooks.Kernel.Session;

/// <summary>Runs what follows an <c>await</c> in a cell on pool threads, where it can be stopped as its first part can.</summary>
internal sealed class AbortableScheduler(CancellationToken cancellation) : TaskScheduler
{
    [ThreadStatic]
    private static bool controlled;

    protected override IEnumerable<Task>? GetScheduledTasks() => null;

    protected override void QueueTask(Task task) => ThreadPool.UnsafeQueueUserWorkItem(_ => Execute(task), null);

    // Called on the cell's own thread, or from a task already under control.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    private void Execute(Task task)
    {
        if (controlled)
        {
            TryExecuteTask(task);
            return;
        }
        controlled = true;
        try
        {
            AbortableRun.Run(() => TryExecuteTask(task), cancellation);
        }
        catch (OperationCanceledException)
        {
            // The cell was stopped: its thread reports it.
        }
        finally
        {
            controlled = false;
        }
    }
}
