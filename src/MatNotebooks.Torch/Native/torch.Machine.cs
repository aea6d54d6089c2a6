using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

// The machine beneath: threads and numbers too small to matter.
public static partial class torch
{
    /// <summary>The version of libtorch, such as <c>1.13.0</c>.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(Shim.shim_libtorch_version())!;

    /// <summary>Threads one operator may use.</summary>
    public static int get_num_threads() => Shim.shim_threads();

    /// <summary>
    /// Sets the threads one operator may use, OpenBLAS's products of matrices included. Many .NET threads with one each are
    /// faster than one thread with many.
    /// </summary>
    public static void set_num_threads(int num)
    {
        if (num < 1)
            throw new ArgumentOutOfRangeException(nameof(num), num, "At least one thread is needed");
        Shim.shim_set_threads(num);
        BlasLibrary.SetThreads(num);
    }

    /// <summary>Threads that run operators beside each other.</summary>
    public static int get_num_interop_threads() => Shim.shim_interop_threads();

    /// <summary>Sets the threads that run operators beside each other: once, before any does.</summary>
    public static void set_num_interop_threads(int num) => Failure.Check(Shim.shim_set_interop_threads(num));

    /// <summary>
    /// Makes numbers below the normal range zero, on this thread: they slow products of matrices 2.6 times. PyTorch's name; the
    /// package TorchSharp has no such member.
    /// </summary>
    /// <returns>Whether the processor can.</returns>
    public static bool set_flush_denormal(bool mode) => Shim.shim_set_flush_denormal(mode ? 1 : 0) != 0;
}
