using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>What a <see cref="Slot"/> holds: the same numbers as shim.cpp's Tag.</summary>
internal enum Tag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    String = 5,
    IntList = 6,
    DoubleList = 7,
    BoolList = 8,
    TensorList = 9,
    Device = 10,
    Generator = 11,
    Default = 12,
}

/// <summary>One argument or result as it crosses to C++: sixteen bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Slot
{
    [FieldOffset(0)] internal Tag Tag;

    /// <summary>Length of a list; bytes of a string; index of a device; of a returned tensor, the KiB only it holds.</summary>
    [FieldOffset(4)] internal int Count;

    [FieldOffset(8)] internal long Int;
    [FieldOffset(8)] internal double Double;
    [FieldOffset(8)] internal nint Pointer;
}
