using System.Runtime;

namespace MatNotebooks.Kernel.Session;

/// <summary>
/// Code that can be stopped although it does not look at any token. First it may notice by itself, then it is aborted at the next safe
/// point, and woken by Thread.Interrupt, again and again, where it waits inside the runtime and reaches no such point.
/// </summary>
internal sealed class AbortableRun
{
    /// <summary>How long code has to notice the token, or a check put into its loops, before it is aborted.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.15);

    /// <summary>How long between one interruption of a waiting thread and the next.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.4);

    /// <summary>How long a compiler that must not be torn is left alone.</summary>
    public static readonly TimeSpan ShieldPatience = TimeSpan.FromSeconds(8);

    // An abort must come while the action runs, neither before nor after: it would wait for ever for its thread to let it in.
    private const int Starting = 0;
    private const int Running = 1;
    private const int Shielded = 2;
    private const int Aborting = 3;
    private const int Over = 4;

    [ThreadStatic]
    private static AbortableRun? current;

    private readonly Thread thread = Thread.CurrentThread;
    private readonly CancellationTokenSource abort = new();
    private readonly ManualResetEventSlim finished = new();
    private readonly Lock waking = new();
    private int state;

    private AbortableRun()
    {
    }

    /// <summary>The run this thread is in.</summary>
    public static AbortableRun? Current => current;

    /// <summary>Runs the action here; must not be called inside another on the same thread.</summary>
    /// <exception cref="OperationCanceledException">The token stopped it.</exception>
    public static void Run(Action action, CancellationToken cancellation) => new AbortableRun().Execute(action, cancellation);

    /// <summary>From here on code runs that must not be torn, and that looks at the token by itself.</summary>
    public void Shield() => Change(Running, Shielded);

    /// <summary>From here on it may be aborted again.</summary>
    public void Unshield() => Change(Shielded, Running);

    private void Execute(Action action, CancellationToken cancellation)
    {
        current = this;
        try
        {
            // Stopped from a thread of its own: whoever cancels must not wait, and the pool may be full of what is to be stopped.
            using (cancellation.UnsafeRegister(_ => new Thread(Stop, 256 << 10) { IsBackground = true, Name = "stop" }.Start(), null))
            {
                // An abort can leave a lock or a static half-way: the host says so and offers a restart.
#pragma warning disable SYSLIB0046
                ControlledExecution.Run(() => Inside(action), abort.Token);
#pragma warning restore SYSLIB0046
            }
        }
        finally
        {
            current = null;
            End();
        }
    }

    private void Inside(Action action)
    {
        if (Interlocked.CompareExchange(ref state, Running, Starting) != Starting)
            throw new OperationCanceledException();
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        try
        {
            action();
        }
        catch (Exception thrown)
        {
            // An abort goes on by itself at the end of this block.
            failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(thrown);
        }
        Interlocked.CompareExchange(ref state, Running, Shielded);
        Change(Running, Over);
        failure?.Throw();
    }

    private void Change(int from, int to)
    {
        if (Interlocked.CompareExchange(ref state, to, from) != Aborting)
            return;
        // The abort is on its way, and arrives in such a place as this.
        while (true)
            Thread.Sleep(1);
    }

    private void Stop()
    {
        if (finished.Wait(Grace))
            return;
        for (var waited = TimeSpan.Zero; Volatile.Read(ref state) == Shielded && waited < ShieldPatience; waited += Grace)
        {
            if (finished.Wait(Grace))
                return;
        }
        if (!BeginAbort())
            return;
        // It returns once the thread has let the abort in, which may be never.
        new Thread(abort.Cancel, 256 << 10) { IsBackground = true, Name = "abort" }.Start();
        while (!finished.Wait(Patience))
            Wake();
    }

    private bool BeginAbort()
    {
        while (true)
        {
            var now = Volatile.Read(ref state);
            if (now is Over or Aborting)
                return false;
            if (Interlocked.CompareExchange(ref state, now == Starting ? Over : Aborting, now) == now)
                return now != Starting;
        }
    }

    private void Wake()
    {
        lock (waking)
        {
            if (!finished.IsSet && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                thread.Interrupt();
        }
    }

    private void End()
    {
        while (true)
        {
            try
            {
                lock (waking)
                    finished.Set();
                Thread.Sleep(0); // takes an interrupt that came at the last moment
                return;
            }
            catch (ThreadInterruptedException)
            {
            }
        }
    }
}
