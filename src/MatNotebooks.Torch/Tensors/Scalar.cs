using TorchSharp.Native;

namespace TorchSharp;

/// <summary>One number, whole, real or a truth value, as an operator takes it. Made by implicit conversion.</summary>
public sealed class Scalar : IDisposable
{
    private readonly Tag _tag;
    private readonly long _bits;

    internal Scalar(Tag tag, long bits) => (_tag, _bits) = (tag, bits);

    /// <summary>Int64, Float64 or Bool.</summary>
    public torch.ScalarType Type => _tag switch
    {
        Tag.Int => torch.ScalarType.Int64,
        Tag.Bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.Float64,
    };

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(byte value) => new(Tag.Int, value);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(short value) => new(Tag.Int, value);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(int value) => new(Tag.Int, value);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(long value) => new(Tag.Int, value);

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(float value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => new(Tag.Bool, value ? 1 : 0);

    /// <summary>Holds nothing native; here because TorchSharp has it.</summary>
    public void Dispose()
    {
    }

    internal Argument AsArgument() => Argument.Of(_tag, _bits);

    internal double AsDouble() => _tag == Tag.Double ? BitConverter.Int64BitsToDouble(_bits) : _bits;

    internal long AsLong() => _tag == Tag.Double ? checked((long)BitConverter.Int64BitsToDouble(_bits)) : _bits;
}

/// <summary>Numbers out of scalars and into them.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>A number as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>A number as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A number as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A number as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>A truth value as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>Its value in single precision.</summary>
    public static float ToSingle(this Scalar value) => (float)value.AsDouble();

    /// <summary>Its value in double precision.</summary>
    public static double ToDouble(this Scalar value) => value.AsDouble();

    /// <summary>Its value as a 32-bit whole number. Throws <see cref="OverflowException"/> when it does not fit.</summary>
    public static int ToInt32(this Scalar value) => checked((int)value.AsLong());

    /// <summary>Its value as a 64-bit whole number. Throws <see cref="OverflowException"/> when it does not fit.</summary>
    public static long ToInt64(this Scalar value) => value.AsLong();

    /// <summary>Whether it is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.AsDouble() != 0;
}
