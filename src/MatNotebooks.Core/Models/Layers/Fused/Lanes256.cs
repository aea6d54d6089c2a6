using System.Runtime.Intrinsics;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>8 numbers in a register of 256 bits.</summary>
internal readonly unsafe struct Lanes256(Vector256<float> value) : ILanes<Lanes256>
{
    private readonly Vector256<float> _value = value;

    public static int Count => Vector256<float>.Count;

    public static Lanes256 Load(float* from) => new(Vector256.Load(from));

    public static void Store(float* to, Lanes256 value) => value._value.Store(to);

    public static Lanes256 Of(float value) => new(Vector256.Create(value));

    public static float Sum(Lanes256 value) => Vector256.Sum(value._value);

    public static Lanes256 MultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 add)
        => new(Vector256.MultiplyAddEstimate(left._value, right._value, add._value));

    public static Lanes256 Clamp(Lanes256 value, Lanes256 least, Lanes256 most)
        => new(Vector256.ClampNative(value._value, least._value, most._value));

    public static Lanes256 Max(Lanes256 left, Lanes256 right) => new(Vector256.MaxNative(left._value, right._value));

    public static Lanes256 Abs(Lanes256 value) => new(Vector256.Abs(value._value));

    public static Lanes256 IfNegative(Lanes256 test, Lanes256 then, Lanes256 otherwise)
        => new(Vector256.ConditionalSelect(Vector256.LessThan(test._value, Vector256<float>.Zero), then._value, otherwise._value));

    public static Lanes256 Round(Lanes256 value) => new(Vector256.Round(value._value));

    public static Lanes256 PowerOfTwo(Lanes256 whole)
        => new(((Vector256.ConvertToInt32Native(whole._value) + Vector256.Create(127)) << 23).AsSingle());

    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left._value + right._value);

    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left._value - right._value);

    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left._value * right._value);

    public static Lanes256 operator /(Lanes256 left, Lanes256 right) => new(left._value / right._value);
}
