using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>An argument of an operator, before it is laid out for C++. Made by implicit conversion at the call.</summary>
internal readonly struct Argument
{
    internal readonly Tag Tag;
    internal readonly long Bits;
    internal readonly object? Object;

    private Argument(Tag tag, long bits, object? obj = null) => (Tag, Bits, Object) = (tag, bits, obj);

    /// <summary>No value, where the operator's argument is optional.</summary>
    internal static Argument None => default;

    /// <summary>The default the operator's schema states.</summary>
    internal static Argument Default => new(Tag.Default, 0);

    public static implicit operator Argument(Tensor? t) => t is null ? default : new(Tag.Tensor, 0, t);
    public static implicit operator Argument(long v) => new(Tag.Int, v);
    public static implicit operator Argument(long? v) => v is { } x ? new(Tag.Int, x) : default;
    public static implicit operator Argument(double v) => new(Tag.Double, BitConverter.DoubleToInt64Bits(v));
    public static implicit operator Argument(double? v) => v is { } x ? (Argument)x : default;
    public static implicit operator Argument(bool v) => new(Tag.Bool, v ? 1 : 0);
    public static implicit operator Argument(string? v) => v is null ? default : new(Tag.String, 0, v);
    public static implicit operator Argument(long[]? v) => v is null ? default : new(Tag.IntList, 0, v);
    public static implicit operator Argument(double[]? v) => v is null ? default : new(Tag.DoubleList, 0, v);
    public static implicit operator Argument(bool[]? v) => v is null ? default : new(Tag.BoolList, 0, v);
    public static implicit operator Argument(Tensor?[]? v) => v is null ? default : new(Tag.TensorList, 0, v);
    public static implicit operator Argument(ScalarType v) => new(Tag.Int, (long)v);
    public static implicit operator Argument(ScalarType? v) => v is { } x ? new(Tag.Int, (long)x) : default;
    public static implicit operator Argument(Device? v) => v is null ? default : new(Tag.Device, (long)v.type | ((long)v.index << 32));
    public static implicit operator Argument(Generator? v) => v is null ? default : new(Tag.Generator, 0, v);
    public static implicit operator Argument(Scalar? v) => v is null ? default : v.AsArgument();

    internal static Argument Of(Tag tag, long bits) => new(tag, bits);
}
