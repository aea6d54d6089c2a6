using System.Collections.Concurrent;

namespace MatNotebooks.Kernel.Session;

/// <summary>
/// The one thread cells run on, so that what a library keeps per thread (libtorch's gradient mode) lives from cell to
/// cell. A cell can be stopped (<see cref="AbortableRun"/>), and the session's state survives that.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 64 << 20;
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread thread;

    public CellThread()
    {
        thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" };
        thread.Start();
    }

    /// <summary>Runs an action on the thread, under the caller's execution context.</summary>
    /// <exception cref="OperationCanceledException">The token stopped it.</exception>
    public Task<T> Run<T>(Func<Task<T>> start, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = ExecutionContext.Capture();
        work.Add(() =>
        {
            try
            {
                T result = default!;
                ExecutionContext.Run(context!, _ => result = Execute(start, cancellation), null);
                done.SetResult(result);
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task;
    }

    public void Dispose() => work.CompleteAdding();

    private void Loop()
    {
        foreach (var action in work.GetConsumingEnumerable())
            action();
    }

    private T Execute<T>(Func<Task<T>> start, CancellationToken cancellation)
    {
        Task<T>? running = null;
        new AbortableContext(cancellation).Run(() => running = start());
        // What is left after the first await runs elsewhere; here it is only waited for.
        Task.WaitAny([running!], cancellation);
        return running!.GetAwaiter().GetResult();
    }
}
