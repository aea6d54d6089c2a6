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
            for (var shell = given.Pair.FirstEdge[atom]; shell < given.Pair.FirstEdge[atom + 1]; shell++)
            {
                if (given.Weight[shell] == 0)
                {
                    attention[shell] = 0;
                    continue;
                }
                PairLoop<T>.Map(given.Pair, atom, shell, mapped);
                var heard = Heard(Score(given, mapped, message));
                attention[shell] = heard * given.Envelope[shell];
                Add(into, message, heard * given.Weight[shell], width);
            }
        }
    }

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
