namespace TorchSharp.Native;

/// <summary>
/// The net for tensors that nobody disposed: the collector sees 80 bytes where libtorch holds megabytes, so it is told to run
/// once the memory held outside has grown by a step since it last ran.
/// </summary>
internal static class NativeMemory
{
    private const long StepKib = 512 << 10;
    private static long s_heldKib;
    private static long s_limitKib = StepKib;

    /// <summary>KiB of tensor memory that C# handles keep alive, shared storage not counted.</summary>
    internal static long HeldKib => Interlocked.Read(ref s_heldKib);

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
