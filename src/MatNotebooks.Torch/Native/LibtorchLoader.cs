using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp.Autograd;

namespace TorchSharp.Native;

/// <summary>Loads the shim and with it the libtorch it was built against; says plainly what is wrong when it cannot.</summary>
internal static unsafe class LibtorchLoader
{
    private static readonly Lock s_gate = new();
    private static nint s_shim;

    /// <summary>The resolver of this assembly's imports.</summary>
    internal static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        if (library != Shim.Library)
            return 0;
        lock (s_gate)
            return s_shim != 0 ? s_shim : s_shim = Load(Path.GetDirectoryName(assembly.Location) ?? AppContext.BaseDirectory);
    }

    private static nint Load(string folder)
    {
        var facts = LibtorchFacts.Read(Path.Combine(folder, "libtorch.txt"));
        facts.CheckUnchanged();
        SetEnvironment();
        NativeMemory.KeepFreed();
        var shim = LoadOr(Path.Combine(folder, "libmatnb_torch.so"), why =>
            $"libtorch {facts.Version} in {facts.Folder} could not be loaded ({why}): install it again, or rebuild MatNotebooks to build against another");
        // CUDA's hooks are looked up once, at the first question, so the library has to be there before any question.
        if (facts.HasCuda)
            LoadOr(Path.Combine(facts.Folder, "libtorch_cuda.so"), why => $"libtorch's CUDA part in {facts.Folder} could not be loaded: {why}");
        var start = (delegate* unmanaged<Shim.Callbacks, void>)NativeLibrary.GetExport(shim, "shim_start");
        start(NodeCallbacks.All);
        BlasLibrary.WarnOfReference();
        return shim;
    }

    private static nint LoadOr(string file, Func<string, string> message)
    {
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new DllNotFoundException(message(e.Message.ReplaceLineEndings(" ").Trim()), e);
        }
    }

    /// <summary>
    /// Settings native libraries read once, when they load. .NET's own SetEnvironmentVariable does not reach native code on Linux.
    /// What the user set stays.
    /// </summary>
    private static void SetEnvironment()
    {
        Offer("OMP_WAIT_POLICY", "PASSIVE"); // idle OpenMP workers would spin and steal cores from .NET threads
        Offer("OPENBLAS_NUM_THREADS", "1"); // torch.set_num_threads raises it
        if (Avx512F.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported && Avx512F.VL.IsSupported)
        {
            Offer("ATEN_CPU_CAPABILITY", "avx512");
            // An OpenBLAS older than the processor takes its kernels of 256 bits; those of 512 bits need no more than is tested here.
            Offer("OPENBLAS_CORETYPE", "SKYLAKEX");
        }
    }

    private static void Offer(string name, string value) => _ = setenv(name, value, 0);

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int setenv(string name, string value, int overwrite);
}
