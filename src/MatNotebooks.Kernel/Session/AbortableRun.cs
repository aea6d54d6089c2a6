using System.Runtime;

namespace MatNotebooks.Kernel.Session;

/// <summary>
/// Code that can be stopped although it does not look at any token: aborted at the next safe point, and woken by
/// Thread.Interrupt, again and again, where it waits inside the runtime and reaches no such point.
/// </summary>
internal sealed class AbortableRun
{
    /// <summary>How long it may take to notice the abort before its thread is interrupted.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly Lock gate = new();
    private readonly Thread thread = Thread.CurrentThread;
    private readonly CancellationTokenSource abort = new();
    private Timer? wake;
    private bool over;

    private AbortableRun()
    {
    }

    /// <summary>Runs the action here; must not be called inside another on the same thread.</summary>
    /// <exception cref="OperationCanceledException">The token stopped it.</exception>
    public static void Run(Action action, CancellationToken cancellation) => new AbortableRun().Execute(action, cancellation);

    private void Execute(Action action, CancellationToken cancellation)
    {
        try
        {
            // The abort waits for its thread, so it is done from a thread of its own and never by whoever cancels.
            using (cancellation.UnsafeRegister(_ => ThreadPool.UnsafeQueueUserWorkItem(_ => Stop(), null), null))
            {
                // An abort can leave a lock or a static half-way: the host says so and offers a restart.
#pragma warning disable SYSLIB0046
                ControlledExecution.Run(action, abort.Token);
#pragma warning restore SYSLIB0046
            }
        }
        finally
        {
            End();
        }
    }

    private void Stop()
    {
        lock (gate)
        {
            if (over)
                return;
            wake = new Timer(_ => Wake(), null, Patience, Patience);
        }
        abort.Cancel();
    }

    private void Wake()
    {
        lock (gate)
        {
            if (!over && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                thread.Interrupt();
        }
    }

    private void End()
    {
        lock (gate)
        {
            over = true;
            wake?.Dispose();
        }
        try
        {
            Thread.Sleep(0); // takes an interrupt that came at the last moment
        }
        catch (ThreadInterruptedException)
        {
        }
    }
}
