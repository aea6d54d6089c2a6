using System.Runtime.CompilerServices;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>
/// The loops over the shells that atoms receive, forward and backward. Nothing of (shells × width) is kept between the two: what the
/// backward needs it computes again, which is cheaper than to write and read it.
/// </summary>
/// <typeparam name="T">The lanes; the width divides by their number.</typeparam>
internal static unsafe class MessageLoops<T>
    where T : struct, ILanes<T>
{
    /// <summary>Sums the messages that atoms receive, and gives each shell's attention.</summary>
    public static void Forward(in MessageArguments given, int firstAtom, int endAtom, float* sum, float* attention)
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

    /// <summary>Carries the gradients of sums and attention back to atoms and weights.</summary>
    public static void Backward(in MessageArguments given, in MessageGradients gradients, int firstAtom, int endAtom)
    {
        var width = given.Width;
        var mapped = stackalloc float[2 * width];
        var message = stackalloc float[width];
        for (var atom = firstAtom; atom < endAtom; atom++)
        {
            var own = gradients.Own + ((long)atom * 2 * width);
            var above = gradients.Sum + ((long)atom * width);
            new Span<float>(own, 2 * width).Clear();
            for (var shell = given.FirstEdge[atom]; shell < given.FirstEdge[atom + 1]; shell++)
            {
                var weight = given.Weight[shell];
                if (weight == 0)
                    continue;
                Map(given, atom, shell, mapped);
                var heard = Heard(Score(given, mapped, message));
                var ofHeard = weight * Dot(above, message, width);
                if (gradients.Attention is not null)
                    ofHeard += gradients.Attention[shell] * given.Envelope[shell];
                var ofScore = ofHeard * heard * (1 - heard);
                gradients.Score[width] += ofScore;
                Unmap(given, above, heard * weight, ofScore, mapped, message, gradients.Score);
                Add(own, mapped, 1, 2 * width);
                Add(gradients.Neighbor + ((long)given.Senders[shell] * 2 * width), mapped, 1, 2 * width);
                Spread(given, shell, mapped, gradients.Edge);
            }
        }
    }

    /// <summary>The linear map of receiver, sender and distance: own + neighbor + Σ Gaussian × its row.</summary>
    private static void Map(in MessageArguments given, int atom, int shell, float* mapped)
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

    private static float Heard(float score) => 1 / (1 + MathF.Exp(-score));

    /// <summary>From the gradient of the message to that of the map, written over the map; and the part of the score's map.</summary>
    private static void Unmap(in MessageArguments given, float* above, float share, float ofScore, float* mapped, float* message, float* scoreGradient)
    {
        var (shares, ofScores, one) = (T.Of(share), T.Of(ofScore), T.Of(1));
        for (var j = 0; j < given.Width; j += T.Count)
        {
            var a = T.Load(mapped + j);
            var (open, gate) = LaneFunctions.Sigmoids(a, T.Load(mapped + given.Width + j));
            var m = T.Load(message + j);
            T.Store(scoreGradient + j, T.MultiplyAdd(ofScores, m, T.Load(scoreGradient + j)));
            var ofMessage = T.MultiplyAdd(ofScores, T.Load(given.Score + j), shares * T.Load(above + j));
            T.Store(mapped + j, ofMessage * open * gate * T.MultiplyAdd(a, one - open, one));
            T.Store(mapped + given.Width + j, ofMessage * m * (one - gate));
        }
    }

    /// <summary>The gradient of the edge's map: each Gaussian of the band times the gradient of the map.</summary>
    private static void Spread(in MessageArguments given, int shell, float* gradient, float* edge)
    {
        var length = 2 * given.Width;
        var rows = edge + ((long)given.Bands.First[shell] * length);
        var count = given.Bands.Width;
        fixed (float* band = &given.Bands.Values[shell * count])
        {
            var j = 0;
            for (; j + (4 * T.Count) <= length; j += 4 * T.Count)
            {
                var (a, b, c, d) = (T.Load(gradient + j), T.Load(gradient + j + T.Count), T.Load(gradient + j + (2 * T.Count)), T.Load(gradient + j + (3 * T.Count)));
                var row = rows + j;
                for (var k = 0; k < count; k++, row += length)
                {
                    var height = T.Of(band[k]);
                    T.Store(row, T.MultiplyAdd(height, a, T.Load(row)));
                    T.Store(row + T.Count, T.MultiplyAdd(height, b, T.Load(row + T.Count)));
                    T.Store(row + (2 * T.Count), T.MultiplyAdd(height, c, T.Load(row + (2 * T.Count))));
                    T.Store(row + (3 * T.Count), T.MultiplyAdd(height, d, T.Load(row + (3 * T.Count))));
                }
            }
            for (; j < length; j += T.Count)
            {
                var a = T.Load(gradient + j);
                for (var k = 0; k < count; k++)
                {
                    var at = rows + ((long)k * length) + j;
                    T.Store(at, T.MultiplyAdd(T.Of(band[k]), a, T.Load(at)));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* into, float* what, float factor, int length)
    {
        var factors = T.Of(factor);
        for (var j = 0; j < length; j += T.Count)
            T.Store(into + j, T.MultiplyAdd(factors, T.Load(what + j), T.Load(into + j)));
    }

    private static float Dot(float* left, float* right, int length)
    {
        var sum = T.Of(0);
        for (var j = 0; j < length; j += T.Count)
            sum = T.MultiplyAdd(T.Load(left + j), T.Load(right + j), sum);
        return T.Sum(sum);
    }
}
