namespace MatNotebooks.Models.Layers.Fused;

/// <summary>softplus(before + value): CGCNN's.</summary>
internal readonly struct SoftplusStep : INormStep
{
    public static T Forward<T>(T before, T value, T keep)
        where T : struct, ILanes<T>
        => LaneFunctions.Softplus(before + value).Value;

    public static (T OfBefore, T OfValue) Backward<T>(T before, T value, T keep, T gradient)
        where T : struct, ILanes<T>
    {
        var back = gradient * LaneFunctions.Sigmoid(before + value);
        return (back, back);
    }
}
