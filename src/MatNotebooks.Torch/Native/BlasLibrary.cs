using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The BLAS beneath libtorch: which one it is, and OpenBLAS's own thread count, which libtorch does not govern.</summary>
internal static unsafe class BlasLibrary
{
    /// <summary>Sets OpenBLAS's threads where it is OpenBLAS; other libraries follow libtorch's count.</summary>
    internal static void SetThreads(int count)
    {
        if (IsLoaded("libopenblas") && NativeLibrary.TryLoad("libopenblas.so.0", out var library)
            && NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out var set))
            ((delegate* unmanaged<int, void>)set)(count);
    }

    /// <summary>One line to standard error when libtorch fell to the reference BLAS, some forty times slower.</summary>
    internal static void WarnOfReference()
    {
        if (IsLoaded("/blas/libblas.so"))
            Console.Error.WriteLine("warning: libtorch runs on the reference BLAS, some forty times slower than OpenBLAS: install libopenblas0-pthread");
    }

    /// <summary>Whether a file of this name is mapped into the process. Where there is no /proc, nothing is known to be.</summary>
    private static bool IsLoaded(string name)
        => File.Exists("/proc/self/maps") && File.ReadLines("/proc/self/maps").Any(line => line.Contains(name, StringComparison.Ordinal));
}
