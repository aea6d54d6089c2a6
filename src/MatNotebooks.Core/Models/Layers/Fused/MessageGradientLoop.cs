using System.Runtime.CompilerServices;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>
/// The loop that carries gradients of sums and attention back to atoms and weights. Nothing of (shells × width) is kept from
/// <see cref="MessageLoop{T}"/>: what is needed is computed again, which is cheaper than to write and read it. Shells go by tiles that
/// stay in the nearest cache, so that each row of weights is written once a tile and not once a shell.
/// </summary>
/// <typeparam name="T">The lanes; the width divides by their number.</typeparam>
internal static unsafe class MessageGradientLoop<T>
    where T : struct, ILanes<T>
{
    private const int Tile = 24; // shells

    /// <summary>Does so for a range of atoms.</summary>
    public static void Run(in MessageArguments given, in MessageGradients gradients, int firstAtom, int endAtom)
    {
        var length = 2 * given.Width;
        var rows = stackalloc float[(Tile * length) + (3 * given.Width)];
        var room = rows + (Tile * length);
        var heard = stackalloc int[Tile];
        for (var atom = firstAtom; atom < endAtom; atom++)
        {
            new Span<float>(gradients.Pair.Own + ((long)atom * length), length).Clear();
            var shell = given.Pair.FirstEdge[atom];
            while (shell < given.Pair.FirstEdge[atom + 1])
            {
                var count = 0;
                for (; shell < given.Pair.FirstEdge[atom + 1] && count < Tile; shell++)
                {
                    if (given.Weight[shell] == 0)
                        continue;
                    Differentiate(given, gradients, atom, shell, rows + (count * length), room);
                    heard[count++] = shell;
                }
                PairGradientLoop<T>.Spread(given.Pair, gradients.Pair, atom, new ReadOnlySpan<int>(heard, count), rows);
            }
        }
    }

    /// <summary>The gradient of a shell's linear map, written to a row; and its part of the score's gradient.</summary>
    private static void Differentiate(in MessageArguments given, in MessageGradients gradients, int atom, int shell, float* row, float* room)
    {
        var width = given.Width;
        var message = room;
        var open = room + width;
        var gate = room + (2 * width);
        var above = gradients.Sum + ((long)atom * width);
        PairLoop<T>.Map(given.Pair, atom, shell, row);
        var (scores, slopes) = (T.Of(0), T.Of(0));
        for (var j = 0; j < width; j += T.Count)
        {
            var a = T.Load(row + j);
            var (x, y) = LaneFunctions.Sigmoids(a, T.Load(row + width + j));
            var m = a * x * y;
            T.Store(message + j, m);
            T.Store(open + j, x);
            T.Store(gate + j, y);
            scores = T.MultiplyAdd(m, T.Load(given.Score + j), scores);
            slopes = T.MultiplyAdd(m, T.Load(above + j), slopes);
        }
        var (heard, weight) = (MessageLoop<T>.Heard(T.Sum(scores) + given.Bias), given.Weight[shell]);
        var ofHeard = weight * T.Sum(slopes);
        if (gradients.Attention is not null)
            ofHeard += gradients.Attention[shell] * given.Envelope[shell];
        var ofScore = ofHeard * heard * (1 - heard);
        gradients.Score[width] += ofScore;
        var (shares, ofScores, one) = (T.Of(heard * weight), T.Of(ofScore), T.Of(1));
        for (var j = 0; j < width; j += T.Count)
        {
            var (m, x, y) = (T.Load(message + j), T.Load(open + j), T.Load(gate + j));
            T.Store(gradients.Score + j, T.MultiplyAdd(ofScores, m, T.Load(gradients.Score + j)));
            var ofMessage = T.MultiplyAdd(ofScores, T.Load(given.Score + j), shares * T.Load(above + j));
            T.Store(row + width + j, ofMessage * m * (one - y));
            T.Store(row + j, ofMessage * x * y * T.MultiplyAdd(T.Load(row + j), one - x, one));
        }
    }
}
