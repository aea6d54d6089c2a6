using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Models;

/// <summary>Where models are trained when nobody says otherwise.</summary>
public static class ComputeDevice
{
    private const string Variable = "MATNB_DEVICE";

    /// <summary>
    /// The device named by the environment variable MATNB_DEVICE (<c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, ...); else the GPU where
    /// there is one; else the processor.
    /// </summary>
    /// <exception cref="ArgumentException">MATNB_DEVICE names no device, or a GPU that libtorch does not find.</exception>
    public static Device Default => Choose(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Makes a device the default for this process.</summary>
    /// <param name="name">cpu, cuda or cuda:1.</param>
    /// <exception cref="ArgumentException">It names no device, or a GPU that libtorch does not find.</exception>
    public static void Use(string name)
    {
        _ = Choose(name);
        Environment.SetEnvironmentVariable(Variable, name);
    }

    /// <summary>The device of a name; the default one when it is null or empty.</summary>
    /// <exception cref="ArgumentException">It names no device, or a GPU that libtorch does not find.</exception>
    public static Device Choose(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return cuda.is_available() ? CUDA : CPU;
        var device = new Device(name.Trim());
        if (device.type == DeviceType.CUDA && Math.Max(device.index, 0) >= cuda.device_count())
            throw new ArgumentException($"The device '{name}' is asked for (by --device, #!device or {Variable}), but libtorch {__version__} finds {cuda.device_count()} GPUs: say cpu, or activate a Python whose torch has CUDA and rebuild");
        return device;
    }
}
