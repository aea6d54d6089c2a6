using System.Runtime.CompilerServices;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The loops over the shells that atoms receive of CGCNN's convolution: map and measure, then gate and sum.</summary>
/// <typeparam name="T">The lanes; the width divides by their number.</typeparam>
internal static unsafe class GateLoop<T>
    where T : struct, ILanes<T>
{
    /// <summary>Maps the shells of a range of atoms, and sums them and their squares, each less a row common to all.</summary>
    /// <param name="given">Where to write the mapped shells, and what of.</param>
    /// <param name="firstAtom">The first atom.</param>
    /// <param name="endAtom">The atom after the last.</param>
    /// <param name="common">What is taken from each row before it is summed, so that squares stay small, (2 width).</param>
    /// <param name="sums">Sums over edges and, after them, of squares, added to, (2 × 2 width).</param>
    public static void Map(in GateArguments given, int firstAtom, int endAtom, float* common, float* sums)
    {
        var length = given.Pair.Length;
        for (var atom = firstAtom; atom < endAtom; atom++)
        {
            for (var shell = given.Pair.FirstEdge[atom]; shell < given.Pair.FirstEdge[atom + 1]; shell++)
            {
                var row = given.Mapped + ((long)shell * length);
                PairLoop<T>.Map(given.Pair, atom, shell, row);
                var count = T.Of(given.Counts[shell]);
                for (var j = 0; j < length; j += T.Count)
                {
                    var away = T.Load(row + j) - T.Load(common + j);
                    var counted = count * away;
                    T.Store(sums + j, T.Load(sums + j) + counted);
                    T.Store(sums + length + j, T.MultiplyAdd(counted, away, T.Load(sums + length + j)));
                }
            }
        }
    }

    /// <summary>Sums the gated messages that a range of atoms receives.</summary>
    public static void Sum(in GateArguments given, int firstAtom, int endAtom, float* sum)
    {
        var (width, length) = (given.Width, given.Pair.Length);
        var room = stackalloc float[length];
        for (var atom = firstAtom; atom < endAtom; atom++)
        {
            var into = sum + ((long)atom * width);
            new Span<float>(into, width).Clear();
            for (var shell = given.Pair.FirstEdge[atom]; shell < given.Pair.FirstEdge[atom + 1]; shell++)
            {
                var row = given.Mapped is null ? room : given.Mapped + ((long)shell * length);
                if (given.Mapped is null) PairLoop<T>.Map(given.Pair, atom, shell, row);
                Add(given, row, T.Of(given.Counts[shell]), into);
            }
        }
    }

    /// <summary>A mapped shell, normalised: the part that gates and the part that is gated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Gate, T Core) Normalized(in GateArguments given, float* row, int j)
    {
        var k = given.Width + j;
        return (
            T.MultiplyAdd(T.Load(row + j), T.Load(given.Scale + j), T.Load(given.Shift + j)),
            T.MultiplyAdd(T.Load(row + k), T.Load(given.Scale + k), T.Load(given.Shift + k)));
    }

    /// <summary>Adds sigmoid(first half) × softplus(second half), as often as the shell has edges.</summary>
    private static void Add(in GateArguments given, float* row, T count, float* into)
    {
        for (var j = 0; j < given.Width; j += T.Count)
        {
            var (gate, core) = Normalized(given, row, j);
            var message = LaneFunctions.Sigmoid(gate) * LaneFunctions.Softplus(core).Value;
            T.Store(into + j, T.MultiplyAdd(count, message, T.Load(into + j)));
        }
    }
}
