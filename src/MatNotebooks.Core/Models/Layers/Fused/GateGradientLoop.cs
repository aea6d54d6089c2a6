namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The loops that carry the gradients of <see cref="GateLoop{T}"/>'s sums back: through the gate, then through norm and map.</summary>
/// <typeparam name="T">The lanes; the width divides by their number.</typeparam>
internal static unsafe class GateGradientLoop<T>
    where T : struct, ILanes<T>
{
    private const int Tile = 24; // shells

    /// <summary>Writes the gradients of normalised shells, and sums them and their products with the distance from the mean.</summary>
    /// <param name="given">What the forward read.</param>
    /// <param name="gradients">What to read and write.</param>
    /// <param name="firstAtom">The first atom.</param>
    /// <param name="endAtom">The atom after the last.</param>
    /// <param name="sums">The sums and, after them, those of products, added to, (2 × 2 width).</param>
    public static void Gate(in GateArguments given, in GateGradients gradients, int firstAtom, int endAtom, float* sums)
    {
        var (width, length) = (given.Width, given.Pair.Length);
        for (var atom = firstAtom; atom < endAtom; atom++)
        {
            var above = gradients.Sum + ((long)atom * width);
            for (var shell = given.Pair.FirstEdge[atom]; shell < given.Pair.FirstEdge[atom + 1]; shell++)
            {
                var row = given.Mapped + ((long)shell * length);
                var into = gradients.Normalized + ((long)shell * length);
                var count = T.Of(given.Counts[shell]);
                for (var j = 0; j < width; j += T.Count)
                {
                    var (first, second) = GateLoop<T>.Normalized(given, row, j);
                    var gate = LaneFunctions.Sigmoid(first);
                    var (core, slope) = LaneFunctions.Softplus(second);
                    var open = count * T.Load(above + j) * gate;
                    Keep(gradients, row, into, j, open * core * (T.Of(1) - gate), sums, length);
                    Keep(gradients, row, into, width + j, open * slope, sums, length);
                }
            }
        }
    }

    /// <summary>Carries the gradients of normalised shells through the norm and the linear map, for a range of atoms.</summary>
    public static void Spread(in GateArguments given, in GateGradients gradients, int firstAtom, int endAtom)
    {
        var length = given.Pair.Length;
        var rows = stackalloc float[Tile * length];
        var shells = stackalloc int[Tile];
        for (var atom = firstAtom; atom < endAtom; atom++)
        {
            new Span<float>(gradients.Pair.Own + ((long)atom * length), length).Clear();
            for (var shell = given.Pair.FirstEdge[atom]; shell < given.Pair.FirstEdge[atom + 1];)
            {
                var count = Math.Min(Tile, given.Pair.FirstEdge[atom + 1] - shell);
                for (var i = 0; i < count; i++, shell++)
                {
                    Denormalize(given, gradients, shell, rows + (i * length));
                    shells[i] = shell;
                }
                PairGradientLoop<T>.Spread(given.Pair, gradients.Pair, atom, new ReadOnlySpan<int>(shells, count), rows);
            }
        }
    }

    private static void Keep(in GateGradients gradients, float* row, float* into, int j, T gradient, float* sums, int length)
    {
        T.Store(into + j, gradient);
        var away = T.Load(row + j) - T.Load(gradients.Mean + j);
        T.Store(sums + j, T.Load(sums + j) + gradient);
        T.Store(sums + length + j, T.MultiplyAdd(gradient, away, T.Load(sums + length + j)));
    }

    private static void Denormalize(in GateArguments given, in GateGradients gradients, int shell, float* into)
    {
        var length = given.Pair.Length;
        var row = given.Mapped + ((long)shell * length);
        var gradient = gradients.Normalized + ((long)shell * length);
        var count = T.Of(given.Counts[shell]);
        for (var j = 0; j < length; j += T.Count)
        {
            var away = T.Load(row + j) - T.Load(gradients.Mean + j);
            var back = T.MultiplyAdd(T.Load(gradients.Slope + j), away, T.Load(gradients.Constant + j));
            T.Store(into + j, (T.Load(given.Scale + j) * T.Load(gradient + j)) - (count * back));
        }
    }
}
