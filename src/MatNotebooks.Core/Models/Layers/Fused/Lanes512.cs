using System.Runtime.Intrinsics;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>16 numbers in a register of 512 bits.</summary>
internal readonly unsafe struct Lanes512(Vector512<float> value) : ILanes<Lanes512>
{
    private readonly Vector512<float> _value = value;

    public static int Count => Vector512<float>.Count;

    public static Lanes512 Load(float* from) => new(Vector512.Load(from));

    public static void Store(float* to, Lanes512 value) => value._value.Store(to);

    public static Lanes512 Of(float value) => new(Vector512.Create(value));

    public static float Sum(Lanes512 value) => Vector512.Sum(value._value);

    public static Lanes512 MultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 add)
        => new(Vector512.MultiplyAddEstimate(left._value, right._value, add._value));

    public static Lanes512 Clamp(Lanes512 value, Lanes512 least, Lanes512 most)
        => new(Vector512.ClampNative(value._value, least._value, most._value));

    public static Lanes512 Max(Lanes512 left, Lanes512 right) => new(Vector512.MaxNative(left._value, right._value));

    public static Lanes512 Abs(Lanes512 value) => new(Vector512.Abs(value._value));

    public static Lanes512 IfNegative(Lanes512 test, Lanes512 then, Lanes512 otherwise)
        => new(Vector512.ConditionalSelect(Vector512.LessThan(test._value, Vector512<float>.Zero), then._value, otherwise._value));

    public static Lanes512 Round(Lanes512 value) => new(Vector512.Round(value._value));

    public static Lanes512 PowerOfTwo(Lanes512 whole)
        => new(((Vector512.ConvertToInt32Native(whole._value) + Vector512.Create(127)) << 23).AsSingle());

    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left._value + right._value);

    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left._value - right._value);

    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left._value * right._value);

    public static Lanes512 operator /(Lanes512 left, Lanes512 right) => new(left._value / right._value);
}
