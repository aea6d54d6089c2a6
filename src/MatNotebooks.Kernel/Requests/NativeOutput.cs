using System.Runtime.InteropServices;
using System.Text;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// What native libraries and child processes write to standard output, past <see cref="Console"/>: it goes to the cell that ran last.
/// Standard error is left alone: there the runtime writes why the process died.
/// </summary>
internal sealed unsafe partial class NativeOutput : IDisposable
{
    private const int StandardOutput = 1;
    private const int CloseOnExec = 0x80000;
    private const int BytesWaiting = 0x541B;
    private const int PieceLength = 1 << 16;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private readonly int reading;
    private readonly int before;
    private IDisplayChannel? cell;

    private NativeOutput(int reading, int before)
    {
        (this.reading, this.before) = (reading, before);
        new Thread(Loop) { IsBackground = true, Name = "native output" }.Start();
    }

    /// <summary>Takes the process's standard output over; null where that cannot be done.</summary>
    public static NativeOutput? Capture()
    {
        _ = ConsoleRouting.Outside; // has its own way out from before
        var ends = stackalloc int[2];
        if (!OperatingSystem.IsLinux() || pipe2(ends, CloseOnExec) != 0)
            return null;
        var before = dup(StandardOutput);
        _ = dup2(ends[1], StandardOutput);
        _ = close(ends[1]);
        return new NativeOutput(ends[0], before);
    }

    /// <summary>From here on it belongs to this cell.</summary>
    public void Begin(IDisplayChannel channel)
    {
        lock (gate)
            cell = channel;
    }

    /// <summary>Waits until all that was written so far has been sent.</summary>
    public void Drain()
    {
        _ = fflush(0);
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); waited.Elapsed < LongestDrain; Thread.Sleep(1))
        {
            lock (gate)
            {
                int waiting;
                if (ioctl(reading, BytesWaiting, &waiting) != 0 || waiting == 0)
                    return;
            }
        }
    }

    public void Dispose() => _ = dup2(before, StandardOutput);

    private void Loop()
    {
        var bytes = new byte[PieceLength];
        var letters = new char[PieceLength];
        var item = new PollItem { Descriptor = reading, Events = 1 };
        while (poll(&item, 1, -1) >= 0 || Marshal.GetLastSystemError() == 4)
        {
            if ((item.Found & 1) == 0)
            {
                if (item.Found != 0)
                    return; // nobody can write any more
                continue;
            }
            lock (gate)
            {
                nint length;
                fixed (byte* into = bytes)
                    length = read(reading, into, PieceLength);
                if (length <= 0)
                    return;
                var count = decoder.GetChars(bytes.AsSpan(0, (int)length), letters, flush: false);
                cell?.Send(new DisplayMessage.Text(StandardStream.Output, new string(letters, 0, count)));
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollItem
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }

    [LibraryImport("libc")]
    private static partial int pipe2(int* ends, int flags);

    [LibraryImport("libc")]
    private static partial int dup(int descriptor);

    [LibraryImport("libc")]
    private static partial int dup2(int from, int to);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    [LibraryImport("libc")]
    private static partial nint read(int descriptor, byte* into, nuint length);

    [LibraryImport("libc")]
    private static partial int poll(PollItem* items, nuint count, int milliseconds);

    [LibraryImport("libc")]
    private static partial int ioctl(int descriptor, nuint request, int* value);

    [LibraryImport("libc")]
    private static partial int fflush(nint stream);
}
