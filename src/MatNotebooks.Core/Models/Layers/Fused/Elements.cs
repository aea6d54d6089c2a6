using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Where the numbers of a tensor lie.</summary>
internal static unsafe class Elements
{
    /// <summary>The first element of a contiguous tensor on the processor; native memory, which does not move.</summary>
    public static float* Of(Tensor tensor) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));

    /// <summary>The elements of a contiguous tensor of single precision on the processor.</summary>
    public static Span<float> SpanOf(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    /// <summary>Whether the fused kernels can read a tensor: single precision, on the processor.</summary>
    public static bool AreHere(Tensor tensor) => tensor.device.type == DeviceType.CPU && tensor.dtype == ScalarType.Float32;

    /// <summary>Adds numbers to numbers.</summary>
    public static void Add(ReadOnlySpan<float> what, Span<float> to)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(what);
        var into = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var place = 0; place < wide.Length; place++) into[place] += wide[place];
        for (var place = wide.Length * Vector<float>.Count; place < what.Length; place++) to[place] += what[place];
    }
}
