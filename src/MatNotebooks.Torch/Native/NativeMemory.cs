using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// The net for tensors that nobody disposed: the collector sees 80 bytes where libtorch holds megabytes, so it is told to run
/// once the memory held outside has grown by a step since it last ran.
/// </summary>
internal static unsafe class NativeMemory
{
    private const int TrimThreshold = -1; // M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of malloc.h
    private const int MapThreshold = -3;
    private const int Kept = 256 << 20;
    private const int LargestKept = 32 << 20; // the most glibc allows

    private const long StepKib = 512 << 10;
    private static long s_heldKib;
    private static long s_limitKib = StepKib;

    /// <summary>KiB of tensor memory that C# handles keep alive, shared storage not counted.</summary>
    internal static long HeldKib => Interlocked.Read(ref s_heldKib);

    /// <summary>
    /// Tells glibc to keep freed blocks of up to 32 MiB, 256 MiB of them at most, instead of giving each back to the kernel: the next
    /// step's tensors are as large, and fresh pages cost more than most operators (a chain of five over 3.6 MB: 17 ms without, 2 ms with).
    /// </summary>
    internal static void KeepFreed()
    {
        if (!NativeLibrary.TryLoad("libc.so.6", out var libc) || !NativeLibrary.TryGetExport(libc, "mallopt", out var export))
            return; // another C library, with ways of its own
        var mallopt = (delegate* unmanaged<int, int, int>)export;
        _ = mallopt(MapThreshold, LargestKept);
        _ = mallopt(TrimThreshold, Kept);
    }

    internal static void Take(int kib)
    {
        if (kib == 0)
            return;
        var held = Interlocked.Add(ref s_heldKib, kib);
        if (held > Volatile.Read(ref s_limitKib))
            Collect(held);
    }

    internal static void Return(int kib)
    {
        if (kib == 0)
            return;
        var held = Interlocked.Add(ref s_heldKib, -kib);
        if (Volatile.Read(ref s_limitKib) > held + (2 * StepKib))
            Volatile.Write(ref s_limitKib, held + StepKib);
    }

    private static void Collect(long held)
    {
        Volatile.Write(ref s_limitKib, held + StepKib);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }
}
