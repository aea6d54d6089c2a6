namespace MatNotebooks.Kernel.Session;

/// <summary>
/// Code that can be stopped although it does not look at any token. First it may notice by itself, by a token or a check put into its
/// loops; then its thread is woken by Thread.Interrupt, again and again, wherever it waits inside the runtime. It is never aborted: on
/// Linux the runtime ends the whole process where an abort meets a call that returns (.NET 10.0.12: about one abort in two of code that
/// allocates), and a session lost is worse than a thread left behind.
/// </summary>
internal sealed class StoppableRun
{
    /// <summary>How long code has to notice the token, or a check put into its loops, before it is woken.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.15);

    /// <summary>How long between one interruption of a waiting thread and the next.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.1);

    /// <summary>How long a compiler that must not be torn is left alone.</summary>
    public static readonly TimeSpan ShieldPatience = TimeSpan.FromSeconds(8);

    [ThreadStatic]
    private static StoppableRun? current;

    private readonly Thread thread = Thread.CurrentThread;
    private readonly ManualResetEventSlim finished = new();
    private readonly Lock waking = new();
    private volatile bool shielded;

    private StoppableRun()
    {
    }

    /// <summary>The run this thread is in.</summary>
    public static StoppableRun? Current => current;

    /// <summary>Runs the action here; must not be called inside another on the same thread.</summary>
    /// <exception cref="OperationCanceledException">It was stopped before it began, or a check stopped it.</exception>
    /// <exception cref="ThreadInterruptedException">It was stopped while it waited.</exception>
    public static void Run(Action action, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var run = current = new StoppableRun();
        try
        {
            // Stopped from a thread of its own: whoever cancels must not wait, and the pool may be full of what is to be stopped.
            using (cancellation.UnsafeRegister(_ => new Thread(run.Stop, 256 << 10) { IsBackground = true, Name = "stop" }.Start(), null))
                action();
        }
        finally
        {
            current = null;
            run.End();
        }
    }

    /// <summary>From here on code runs that must not be torn, and that looks at the token by itself.</summary>
    public void Shield() => shielded = true;

    /// <summary>From here on it may be woken again.</summary>
    public void Unshield() => shielded = false;

    private void Stop()
    {
        if (finished.Wait(Grace))
            return;
        for (var waited = TimeSpan.Zero; shielded && waited < ShieldPatience; waited += Grace)
        {
            if (finished.Wait(Grace))
                return;
        }
        do
            Wake();
        while (!finished.Wait(Patience));
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
