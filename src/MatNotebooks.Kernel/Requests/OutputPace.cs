using System.Diagnostics;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Keeps what the kernel publishes below what jupyter_server lets through (1000 messages and 1 MB a second, over three
/// seconds; the rest it throws away): who sends too fast waits.
/// </summary>
internal sealed class OutputPace
{
    private const double MessagesAtOnce = 1500;
    private const double MessagesPerSecond = 800;
    private const double BytesAtOnce = 2e6;
    private const double BytesPerSecond = 0.8e6;

    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private double messages = MessagesAtOnce;
    private double bytes = BytesAtOnce;
    private double last;

    /// <summary>Waits until one more message of so much text may go.</summary>
    public void Wait(int length, CancellationToken cancellation)
    {
        var pause = Take(Math.Min(length, BytesAtOnce));
        if (pause > TimeSpan.Zero)
            cancellation.WaitHandle.WaitOne(pause);
    }

    // What is taken too much is waited for, and the next one waits behind it.
    private TimeSpan Take(double length)
    {
        lock (gate)
        {
            var now = watch.Elapsed.TotalSeconds;
            messages = Math.Min(MessagesAtOnce, messages + ((now - last) * MessagesPerSecond)) - 1;
            bytes = Math.Min(BytesAtOnce, bytes + ((now - last) * BytesPerSecond)) - length;
            last = now;
            return TimeSpan.FromSeconds(Math.Max(0, Math.Max(-messages / MessagesPerSecond, -bytes / BytesPerSecond)));
        }
    }
}
