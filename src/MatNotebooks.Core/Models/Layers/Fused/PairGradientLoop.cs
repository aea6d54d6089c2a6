using System.Runtime.CompilerServices;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Carries the gradients of <see cref="PairLoop{T}"/>'s map back to atoms and weights, a tile of shells of one atom at a time.</summary>
/// <typeparam name="T">The lanes; the length divides by their number.</typeparam>
internal static unsafe class PairGradientLoop<T>
    where T : struct, ILanes<T>
{
    /// <summary>Adds the rows of a tile to the receiver, to their senders, and to the rows of weights their bands touch.</summary>
    public static void Spread(in PairArguments given, in PairGradients gradients, int atom, ReadOnlySpan<int> shells, float* rows)
    {
        if (shells.IsEmpty)
            return;
        var length = given.Length;
        var (first, end) = (int.MaxValue, 0);
        foreach (var shell in shells)
            (first, end) = (Math.Min(first, given.Bands.First[shell]), Math.Max(end, given.Bands.First[shell] + given.Bands.Width));
        var j = 0;
        for (; j + (4 * T.Count) <= length; j += 4 * T.Count)
        {
            ToAtomsByFour(given, gradients, atom, shells, rows, j);
            for (var gaussian = first; gaussian < end; gaussian++)
                ToWeightsByFour(given, gradients.Edge + ((long)gaussian * length) + j, gaussian, shells, rows + j);
        }
        for (; j < length; j += T.Count)
        {
            ToAtoms(given, gradients, atom, shells, rows, j);
            for (var gaussian = first; gaussian < end; gaussian++)
                ToWeights(given, gradients.Edge + ((long)gaussian * length) + j, gaussian, shells, rows + j);
        }
    }

    private static void ToAtomsByFour(in PairArguments given, in PairGradients gradients, int atom, ReadOnlySpan<int> shells, float* rows, int j)
    {
        for (var part = 0; part < 4; part++)
            ToAtoms(given, gradients, atom, shells, rows, j + (part * T.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToAtoms(in PairArguments given, in PairGradients gradients, int atom, ReadOnlySpan<int> shells, float* rows, int j)
    {
        var length = given.Length;
        var own = T.Load(gradients.Own + ((long)atom * length) + j);
        for (var i = 0; i < shells.Length; i++)
        {
            var row = T.Load(rows + (i * length) + j);
            var neighbor = gradients.Neighbor + ((long)given.Senders[shells[i]] * length) + j;
            own += row;
            T.Store(neighbor, T.Load(neighbor) + row);
        }
        T.Store(gradients.Own + ((long)atom * length) + j, own);
    }

    private static void ToWeightsByFour(in PairArguments given, float* into, int gaussian, ReadOnlySpan<int> shells, float* rows)
    {
        var (a, b, c, d) = (T.Load(into), T.Load(into + T.Count), T.Load(into + (2 * T.Count)), T.Load(into + (3 * T.Count)));
        var (length, width) = (given.Length, given.Bands.Width);
        for (var i = 0; i < shells.Length; i++)
        {
            var k = gaussian - given.Bands.First[shells[i]];
            if ((uint)k >= (uint)width)
                continue;
            var height = T.Of(given.Bands.Values[(shells[i] * width) + k]);
            var row = rows + (i * length);
            a = T.MultiplyAdd(height, T.Load(row), a);
            b = T.MultiplyAdd(height, T.Load(row + T.Count), b);
            c = T.MultiplyAdd(height, T.Load(row + (2 * T.Count)), c);
            d = T.MultiplyAdd(height, T.Load(row + (3 * T.Count)), d);
        }
        T.Store(into, a);
        T.Store(into + T.Count, b);
        T.Store(into + (2 * T.Count), c);
        T.Store(into + (3 * T.Count), d);
    }

    private static void ToWeights(in PairArguments given, float* into, int gaussian, ReadOnlySpan<int> shells, float* rows)
    {
        var sum = T.Load(into);
        var (length, width) = (given.Length, given.Bands.Width);
        for (var i = 0; i < shells.Length; i++)
        {
            var k = gaussian - given.Bands.First[shells[i]];
            if ((uint)k < (uint)width)
                sum = T.MultiplyAdd(T.Of(given.Bands.Values[(shells[i] * width) + k]), T.Load(rows + (i * length)), sum);
        }
        T.Store(into, sum);
    }
}
