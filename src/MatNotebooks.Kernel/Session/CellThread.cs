using System.Collections.Concurrent;
using System.Runtime;
using System.Runtime.ExceptionServices;

namespace MatNotebooks.Kernel.Session;

/// <summary>
/// The one thread cells run on, so that what a library keeps per thread (libtorch's gradient mode) lives from cell to
/// cell. A cell is stopped by aborting it at a safe point (ControlledExecution); what waits inside the runtime, where no
/// such point is reached, is woken by Thread.Interrupt after <see cref="Patience"/>. The state of the session survives both.
/// </summary>
internal sealed class CellThread : IDisposable
{
    /// <summary>How long a blocked cell may take to notice its token before its thread is interrupted.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

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
        var scheduler = new AbortableScheduler(cancellation);
        var outer = new Task<Task<T>>(start);
        using (new Wake(thread, cancellation))
        {
            // Aborting can break a lock or a static half-way: the host says so after an interrupt and offers a restart.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => outer.RunSynchronously(scheduler), cancellation);
#pragma warning restore SYSLIB0046
        }
        try
        {
            // What is left after the first await runs elsewhere; here it is only waited for.
            outer.Wait(cancellation);
            outer.Result.Wait(cancellation);
        }
        catch (AggregateException failure) when (failure.InnerExceptions.Count == 1)
        {
            ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }
        return outer.Result.Result;
    }

    /// <summary>Interrupts the thread when it still has not answered some time after the cancellation.</summary>
    private sealed class Wake : IDisposable
    {
        private readonly Lock gate = new();
        private readonly CancellationTokenRegistration registration;
        private Timer? timer;
        private bool over;

        public Wake(Thread thread, CancellationToken cancellation)
        {
            registration = cancellation.UnsafeRegister(_ => timer = new Timer(_ => Nudge(thread), null, Patience, Patience), null);
        }

        public void Dispose()
        {
            lock (gate)
                over = true;
            registration.Dispose();
            timer?.Dispose();
            try
            {
                Thread.Sleep(0); // takes an interrupt that came too late
            }
            catch (ThreadInterruptedException)
            {
            }
        }

        private void Nudge(Thread thread)
        {
            lock (gate)
            {
                if (!over)
                    thread.Interrupt();
            }
        }
    }
}
