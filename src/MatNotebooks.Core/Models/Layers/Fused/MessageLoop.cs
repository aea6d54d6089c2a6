using System.Runtime.CompilerServices;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The loop over the shells that atoms receive.</summary>
/// <typeparam name="T">The lanes; the width divides by their number.</typeparam>
internal static unsafe class MessageLoop<T>
    where T : struct, ILanes<T>
{
    /// <summary>Sums the messages that atoms receive, and gives each shell's attention.</summary>
    public static void Run(in MessageArguments given, int firstAtom, int endAtom, float* sum, float* attention)
    {
        var width = given.Width;
        var mapped = stackalloc float[2 * width];
        var message = stackalloc float[width];
        for (var atom = firstAtom; atom < endAtom; atom++)
        {
            var into = sum + ((long)atom * width);
            new Span<float>(into, width).Clear();
            for (var shell = given.FirstEdge[atom]; shell < given.FirstEdge[atom + 1]; shell++)
            {
                if (given.Weight[shell] == 0)
                {
                    attention[shell] = 0;
                    continue;
                }
                Map(given, atom, shell, mapped);
                var heard = Heard(Score(given, mapped, message));
                attention[shell] = heard * given.Envelope[shell];
                Add(into, message, heard * given.Weight[shell], width);
            }
        }
    }

    /// <summary>The linear map of receiver, sender and distance: own + neighbor + Σ Gaussian × its row.</summary>
    internal static void Map(in MessageArguments given, int atom, int shell, float* mapped)
    {
        var length = 2 * given.Width;
        var own = given.Own + ((long)atom * length);
        var neighbor = given.Neighbor + ((long)given.Senders[shell] * length);
        var rows = given.Edge + ((long)given.Bands.First[shell] * length);
        var count = given.Bands.Width;
        fixed (float* band = &given.Bands.Values[shell * count])
        {
            var j = 0;
            for (; j + (4 * T.Count) <= length; j += 4 * T.Count)
            {
                var (a, b, c, d) = (Start(own, neighbor, j), Start(own, neighbor, j + T.Count), Start(own, neighbor, j + (2 * T.Count)), Start(own, neighbor, j + (3 * T.Count)));
                var row = rows + j;
                for (var k = 0; k < count; k++, row += length)
                {
                    var height = T.Of(band[k]);
                    a = T.MultiplyAdd(height, T.Load(row), a);
                    b = T.MultiplyAdd(height, T.Load(row + T.Count), b);
                    c = T.MultiplyAdd(height, T.Load(row + (2 * T.Count)), c);
                    d = T.MultiplyAdd(height, T.Load(row + (3 * T.Count)), d);
                }
                T.Store(mapped + j, a);
                T.Store(mapped + j + T.Count, b);
                T.Store(mapped + j + (2 * T.Count), c);
                T.Store(mapped + j + (3 * T.Count), d);
            }
            for (; j < length; j += T.Count)
            {
                var a = Start(own, neighbor, j);
                for (var k = 0; k < count; k++)
                    a = T.MultiplyAdd(T.Of(band[k]), T.Load(rows + ((long)k * length) + j), a);
                T.Store(mapped + j, a);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Start(float* own, float* neighbor, int at) => T.Load(own + at) + T.Load(neighbor + at);

    /// <summary>The message silu(first half) × sigmoid(second half), and its score.</summary>
    private static float Score(in MessageArguments given, float* mapped, float* message)
    {
        var score = T.Of(0);
        for (var j = 0; j < given.Width; j += T.Count)
        {
            var a = T.Load(mapped + j);
            var (open, gate) = LaneFunctions.Sigmoids(a, T.Load(mapped + given.Width + j));
            var m = a * open * gate;
            T.Store(message + j, m);
            score = T.MultiplyAdd(m, T.Load(given.Score + j), score);
        }
        return T.Sum(score) + given.Bias;
    }

    /// <summary>The attention a score stands for.</summary>
    internal static float Heard(float score) => 1 / (1 + MathF.Exp(-score));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* into, float* what, float factor, int length)
    {
        var factors = T.Of(factor);
        for (var j = 0; j < length; j += T.Count)
            T.Store(into + j, T.MultiplyAdd(factors, T.Load(what + j), T.Load(into + j)));
    }
}
