using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Gpu;

/// <summary>What the driver says of the card that libtorch last used on this thread.</summary>
internal static unsafe class Card
{
    private const string Driver = "libcuda.so.1";
    private const double Gib = 1024.0 * 1024 * 1024;

    /// <summary>Its name, such as "NVIDIA H100"; "processor" where the device is none.</summary>
    /// <exception cref="InvalidOperationException">The driver does not answer.</exception>
    public static string NameOf(Device device)
    {
        if (device.type != DeviceType.CUDA) return "processor";
        cuda.synchronize(device);
        var name = stackalloc byte[256];
        Check(cuCtxGetDevice(out var number), "which card is in use");
        Check(cuDeviceGetName(name, 256, number), "what the card is called");
        return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
    }

    /// <summary>Memory in use on the whole card, whoever uses it; on the processor, of this process | GiB.</summary>
    /// <exception cref="InvalidOperationException">The driver does not answer.</exception>
    public static double UsedGib(Device device)
    {
        if (device.type != DeviceType.CUDA) return Environment.WorkingSet / Gib;
        cuda.synchronize(device);
        Check(cuMemGetInfo_v2(out var free, out var total), "how much memory is free");
        return (total - free) / Gib;
    }

    private static void Check(int code, string what)
    {
        if (code != 0) throw new InvalidOperationException($"The driver does not say {what} (error {code}); nvidia-smi may say why.");
    }

    [DllImport(Driver)]
    private static extern int cuMemGetInfo_v2(out nuint free, out nuint total);

    [DllImport(Driver)]
    private static extern int cuCtxGetDevice(out int device);

    [DllImport(Driver)]
    private static extern int cuDeviceGetName(byte* name, int length, int device);
}
