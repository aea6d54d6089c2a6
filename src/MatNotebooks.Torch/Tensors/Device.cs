using System.Globalization;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Kinds of device; the numbers are libtorch's.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,

    /// <summary>No memory at all: shapes only.</summary>
    META = 14,
}

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Shapes without memory.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <summary>The current CUDA device.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>A device from a description such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device from its kind and index.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A device from its kind and index.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>The CUDA device of an index.</summary>
    public static Device device(int index) => new(index);

    /// <summary>Where a tensor's memory is.</summary>
    public class Device : IEquatable<Device>
    {
        /// <summary>A device from a description such as <c>cpu</c> or <c>cuda:0</c>.</summary>
        /// <exception cref="ArgumentException">The description names no device.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = TypeOf(parts[0]);
            if (parts.Length > 1)
                index = int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var i) && parts.Length == 2 ? i : throw Unknown(description);
        }

        /// <summary>A device from its kind (<c>cpu</c>, <c>cuda</c>) and index; -1 is the current one.</summary>
        public Device(string deviceType, int index = -1) => (type, this.index) = (TypeOf(deviceType), index);

        /// <summary>A device from its kind and index; -1 is the current one.</summary>
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        /// <summary>The CUDA device of an index.</summary>
        public Device(int index) => (type, this.index) = (DeviceType.CUDA, index);

        /// <summary>Its kind.</summary>
        public DeviceType type { get; }

        /// <summary>Which of its kind; -1 when not stated.</summary>
        public int index { get; } = -1;

        /// <summary>A device from a description such as <c>cpu</c> or <c>cuda:0</c>.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The description the constructor reads.</summary>
        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        /// <summary>Whether kind and index agree.</summary>
        public bool Equals(Device? other) => other is not null && other.type == type && other.index == index;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as Device);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(type, index);

        private static DeviceType TypeOf(string name) => name switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "meta" => DeviceType.META,
            _ => throw Unknown(name),
        };

        private static ArgumentException Unknown(string description)
            => new($"'{description}' names no device: use cpu, cuda, cuda:0, cuda:1, ...", nameof(description));
    }

    /// <summary>Whether CUDA can be used.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>NVIDIA GPUs.</summary>
    public static partial class cuda
    {
        /// <summary>Whether libtorch was built with CUDA and finds a GPU.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>How many GPUs libtorch can use.</summary>
        public static int device_count() => Shim.shim_cuda_count();

        /// <summary>Waits until the GPU has done all it was given: before reading a clock.</summary>
        public static void synchronize(Device? device = null) => Failure.Check(Shim.shim_cuda_synchronize(device?.index ?? -1));

        /// <summary>Seeds the random generators of every GPU (and of the processor).</summary>
        public static void manual_seed(long seed) => Failure.Check(Shim.shim_manual_seed((ulong)seed));

        /// <summary>Seeds the random generators of every GPU (and of the processor).</summary>
        public static void manual_seed_all(long seed) => manual_seed(seed);
    }
}
