using System.Runtime.CompilerServices;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Functions of lanes, to about one unit in the last place of single precision.</summary>
internal static class LaneFunctions
{
    // Where 1 / ((1 + e^x) (1 + e^y)) still neither overflows nor leaves the normal range.
    private const float Far = 40;

    /// <summary>sigmoid(x) and sigmoid(y) with one division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T X, T Y) Sigmoids<T>(T x, T y)
        where T : struct, ILanes<T>
    {
        var one = T.Of(1);
        var (overX, overY) = (one + Exp(T.Of(0) - x), one + Exp(T.Of(0) - y));
        var both = one / (overX * overY);
        return (both * overY, both * overX);
    }

    /// <summary>sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sigmoid<T>(T x)
        where T : struct, ILanes<T>
        => T.Of(1) / (T.Of(1) + Exp(T.Of(0) - x));

    /// <summary>softplus(x) = ln(1 + eˣ), and its slope sigmoid(x), with one division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Value, T Slope) Softplus<T>(T x)
        where T : struct, ILanes<T>
    {
        var one = T.Of(1);
        var small = Exp(T.Of(0) - T.Abs(x)); // in (0, 1]
        var (first, second) = (one + small, one + one + small);
        var both = one / (first * second);
        var part = both * second;
        return (T.Max(x, T.Of(0)) + LogarithmOf(small * both * first), T.IfNegative(x, small * part, part));
    }

    /// <summary>ln(1 + u) = 2 artanh(s) of s = u / (2 + u), s in [0, 1/3]; the series up to s¹⁷.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogarithmOf<T>(T s)
        where T : struct, ILanes<T>
    {
        var square = s * s;
        var sum = T.Of(2f / 17);
        for (var power = 15; power > 0; power -= 2) sum = T.MultiplyAdd(sum, square, T.Of(2f / power));
        return sum * s;
    }

    /// <summary>e to the power of each lane, held to ±40. Range reduction and polynomial after Cephes' expf (Moshier 1992).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Clamp(x, T.Of(-Far), T.Of(Far));
        var whole = T.Round(x * T.Of(1.44269504f));
        var rest = T.MultiplyAdd(whole, T.Of(-0.693359375f), x);
        rest = T.MultiplyAdd(whole, T.Of(2.12194440e-4f), rest);
        var p = T.Of(1.9875691500e-4f);
        p = T.MultiplyAdd(p, rest, T.Of(1.3981999507e-3f));
        p = T.MultiplyAdd(p, rest, T.Of(8.3334519073e-3f));
        p = T.MultiplyAdd(p, rest, T.Of(4.1665795894e-2f));
        p = T.MultiplyAdd(p, rest, T.Of(1.6666665459e-1f));
        p = T.MultiplyAdd(p, rest, T.Of(5.0000001201e-1f));
        p = T.MultiplyAdd(p * rest, rest, rest + T.Of(1));
        return p * T.PowerOfTwo(whole);
    }
}
