using System.Runtime.CompilerServices;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The linear map of a pair of atoms, and the way back.</summary>
/// <typeparam name="T">The lanes; the length divides by their number.</typeparam>
internal static unsafe class PairLoop<T>
    where T : struct, ILanes<T>
{
    /// <summary>The linear map of receiver, sender and distance: own + neighbor + Σ Gaussian × its row.</summary>
    public static void Map(in PairArguments given, int atom, int shell, float* mapped)
    {
        var length = given.Length;
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
}
