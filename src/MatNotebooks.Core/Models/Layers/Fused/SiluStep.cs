namespace MatNotebooks.Models.Layers.Fused;

/// <summary>before + dropout(silu(value)): GEM-PPM's.</summary>
internal readonly struct SiluStep : INormStep
{
    public static T Forward<T>(T before, T value, T keep)
        where T : struct, ILanes<T>
        => T.MultiplyAdd(value * LaneFunctions.Sigmoid(value), keep, before);

    public static (T OfBefore, T OfValue) Backward<T>(T before, T value, T keep, T gradient)
        where T : struct, ILanes<T>
    {
        var open = LaneFunctions.Sigmoid(value);
        return (gradient, gradient * keep * open * T.MultiplyAdd(value, T.Of(1) - open, T.Of(1)));
    }
}
