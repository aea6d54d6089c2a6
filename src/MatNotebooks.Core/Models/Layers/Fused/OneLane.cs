namespace MatNotebooks.Models.Layers.Fused;

/// <summary>One number: for processors without wide registers, and for widths that do not divide.</summary>
internal readonly unsafe struct OneLane(float value) : ILanes<OneLane>
{
    private readonly float _value = value;

    public static int Count => 1;

    public static OneLane Load(float* from) => new(*from);

    public static void Store(float* to, OneLane value) => *to = value._value;

    public static OneLane Of(float value) => new(value);

    public static float Sum(OneLane value) => value._value;

    public static OneLane MultiplyAdd(OneLane left, OneLane right, OneLane add) => new((left._value * right._value) + add._value);

    public static OneLane Clamp(OneLane value, OneLane least, OneLane most) => new(MathF.Min(MathF.Max(value._value, least._value), most._value));

    public static OneLane Max(OneLane left, OneLane right) => new(MathF.Max(left._value, right._value));

    public static OneLane Abs(OneLane value) => new(MathF.Abs(value._value));

    public static OneLane IfNegative(OneLane test, OneLane then, OneLane otherwise) => test._value < 0 ? then : otherwise;

    public static OneLane Round(OneLane value) => new(MathF.Round(value._value));

    public static OneLane PowerOfTwo(OneLane whole) => new(BitConverter.Int32BitsToSingle(((int)whole._value + 127) << 23));

    public static OneLane operator +(OneLane left, OneLane right) => new(left._value + right._value);

    public static OneLane operator -(OneLane left, OneLane right) => new(left._value - right._value);

    public static OneLane operator *(OneLane left, OneLane right) => new(left._value * right._value);

    public static OneLane operator /(OneLane left, OneLane right) => new(left._value / right._value);
}
