using System.Collections.Concurrent;

namespace MatNotebooks.Kernel.Session;

/// <summary>
/// The one thread cells run on, so that what a library keeps per thread (libtorch's gradient mode) lives from cell to
/// cell. A cell can be stopped (<see cref="StoppableRun"/>), and the session's state survives that. One that will not stop
/// is left behind with its thread, and the cells after it get another.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 64 << 20;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1.5);
    private readonly TimeSpan patience;
    private readonly Lock gate = new();
    private BlockingCollection<Action> work;

    /// <param name="patience">How long a stopped cell may take to stop; 10 s when null.</param>
    public CellThread(TimeSpan? patience = null)
    {
        this.patience = patience ?? TimeSpan.FromSeconds(10);
        work = Start();
    }

    /// <summary>Runs an action on the thread, under the caller's execution context.</summary>
    /// <exception cref="OperationCanceledException">The token stopped it.</exception>
    /// <exception cref="AbandonedException">The token should have stopped it, and did not.</exception>
    public Task<T> Run<T>(Func<Task<T>> start, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = ExecutionContext.Capture();
        lock (gate)
        {
            var mine = work;
            var watch = cancellation.UnsafeRegister(_ => new Thread(() => Watch(done, mine), 256 << 10) { IsBackground = true, Name = "watch" }.Start(), null);
            _ = done.Task.ContinueWith(_ => watch.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            mine.Add(() =>
            {
                try
                {
                    T result = default!;
                    ExecutionContext.Run(context!, _ => result = Execute(start, cancellation), null);
                    done.TrySetResult(result);
                }
                catch (Exception failure)
                {
                    done.TrySetException(failure);
                }
            });
        }
        return done.Task;
    }

    public void Dispose()
    {
        lock (gate)
            work.CompleteAdding();
    }

    private static BlockingCollection<Action> Start()
    {
        var queue = new BlockingCollection<Action>();
        new Thread(
            () =>
            {
                foreach (var action in queue.GetConsumingEnumerable())
                    action();
            },
            StackBytes) { IsBackground = true, Name = "cells" }.Start();
        return queue;
    }

    // A library's own long computation looks at no token, and cannot be woken.
    private void Watch<T>(TaskCompletionSource<T> done, BlockingCollection<Action> mine)
    {
        if (((IAsyncResult)done.Task).AsyncWaitHandle.WaitOne(patience))
            return;
        lock (gate)
        {
            if (mine == work && !mine.IsAddingCompleted)
            {
                work = Start();
                mine.CompleteAdding();
            }
        }
        done.TrySetException(new AbandonedException(patience));
    }

    private static T Execute<T>(Func<Task<T>> start, CancellationToken cancellation)
    {
        Task<T>? running = null;
        var context = new StoppableContext(cancellation);
        context.Run(() => running = start());
        try
        {
            // What is left after the first await runs elsewhere; here it is only waited for.
            Task.WaitAny([running!], cancellation);
        }
        catch (OperationCanceledException)
        {
            // Variables should not change any more once the cell is over.
            if (!SpinWait.SpinUntil(() => context.Idle, Settling))
                throw new AbandonedException(Settling);
            throw;
        }
        return running!.GetAwaiter().GetResult();
    }
}
