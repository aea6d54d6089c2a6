namespace TorchSharp;

public static partial class torch
{
    /// <summary>Kinds of element; the numbers are libtorch's and stand in saved files.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8 bits, unsigned.</summary>
        Byte = 0,

        /// <summary>8 bits, signed.</summary>
        Int8 = 1,

        /// <summary>16 bits, signed.</summary>
        Int16 = 2,

        /// <summary>32 bits, signed.</summary>
        Int32 = 3,

        /// <summary>64 bits, signed: what indices are made of.</summary>
        Int64 = 4,

        /// <summary>Half precision.</summary>
        Float16 = 5,

        /// <summary>Single precision: the default.</summary>
        Float32 = 6,

        /// <summary>Double precision.</summary>
        Float64 = 7,

        /// <summary>A real and an imaginary part in single precision: what Fourier transforms return.</summary>
        ComplexFloat32 = 9,

        /// <summary>A real and an imaginary part in double precision.</summary>
        ComplexFloat64 = 10,

        /// <summary>True or false.</summary>
        Bool = 11,

        /// <summary>16 bits with the range of single precision.</summary>
        BFloat16 = 15,
    }

#pragma warning disable CA2211 // TorchSharp has them as plain fields
    /// <summary>True or false.</summary>
    public static ScalarType @bool = ScalarType.Bool;

    /// <summary>8 bits, unsigned.</summary>
    public static ScalarType uint8 = ScalarType.Byte;

    /// <summary>8 bits, signed.</summary>
    public static ScalarType int8 = ScalarType.Int8;

    /// <summary>16 bits, signed.</summary>
    public static ScalarType int16 = ScalarType.Int16;

    /// <summary>32 bits, signed.</summary>
    public static ScalarType int32 = ScalarType.Int32;

    /// <summary>64 bits, signed.</summary>
    public static ScalarType int64 = ScalarType.Int64;

    /// <summary>16 bits with the range of single precision.</summary>
    public static ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>Half precision.</summary>
    public static ScalarType float16 = ScalarType.Float16;

    /// <summary>Single precision.</summary>
    public static ScalarType float32 = ScalarType.Float32;

    /// <summary>Double precision.</summary>
    public static ScalarType float64 = ScalarType.Float64;

    /// <summary>64 bits, signed.</summary>
    public static ScalarType @long = ScalarType.Int64;

    /// <summary>Single precision.</summary>
    public static ScalarType @float = ScalarType.Float32;

    /// <summary>Double precision.</summary>
    public static ScalarType @double = ScalarType.Float64;
#pragma warning restore CA2211

    /// <summary>Whether a kind holds whole numbers.</summary>
    public static bool is_integral(ScalarType type) => type is <= ScalarType.Int64 or ScalarType.Bool;

    /// <summary>Whether a kind holds real numbers.</summary>
    public static bool is_floating_point(ScalarType type)
        => type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    private static ScalarType s_defaultType = ScalarType.Float32;

    /// <summary>The kind of floating-point tensors made without stating one: <see cref="ScalarType.Float32"/> until changed.</summary>
    public static ScalarType get_default_dtype() => s_defaultType;

    /// <summary>Changes the kind of floating-point tensors made without stating one, in this process.</summary>
    public static void set_default_dtype(ScalarType dtype)
        => s_defaultType = is_floating_point(dtype) ? dtype : throw new ArgumentException($"{dtype} is no floating-point type, which a default has to be", nameof(dtype));
}

/// <summary>What <see cref="torch.ScalarType"/> says of itself.</summary>
public static class ScalarTypeExtensions
{
    /// <summary>Bytes of one element.</summary>
    public static int ElementSize(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentException($"{type} has no element size known here", nameof(type)),
    };

    /// <summary>The kind that holds a C# type's values.</summary>
    internal static torch.ScalarType Of(Type type)
    {
        if (type == typeof(float)) return torch.ScalarType.Float32;
        if (type == typeof(double)) return torch.ScalarType.Float64;
        if (type == typeof(long)) return torch.ScalarType.Int64;
        if (type == typeof(int)) return torch.ScalarType.Int32;
        if (type == typeof(bool)) return torch.ScalarType.Bool;
        if (type == typeof(byte)) return torch.ScalarType.Byte;
        if (type == typeof(sbyte)) return torch.ScalarType.Int8;
        if (type == typeof(short)) return torch.ScalarType.Int16;
        if (type == typeof(Half)) return torch.ScalarType.Float16;
        throw new ArgumentException($"No tensor holds {type.Name}: use float, double, long, int, short, sbyte, byte, bool or Half", nameof(type));
    }
}
