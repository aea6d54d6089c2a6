using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MatNotebooks.Crystals;

namespace MatNotebooks.Graphs.Neighbors;

/// <summary>The points within a radius of one place, nearest first.</summary>
internal sealed class Candidates
{
    private double[] squares = new double[512];
    private int[] places = new int[512];

    public int Count { get; private set; }

    /// <summary>Squared distances | Å², ascending, (count).</summary>
    public ReadOnlySpan<double> Squares => squares.AsSpan(0, Count);

    /// <summary>Index of each among the points, (count).</summary>
    public ReadOnlySpan<int> Points => places.AsSpan(0, Count);

    /// <summary>Collects from the runs of the grid and sorts by distance, then sender, then shift.</summary>
    public void Collect(Cartesian center, ImagePoints points, ReadOnlySpan<(int First, int End)> runs, double radius)
    {
        Count = 0;
        foreach (var (first, end) in runs) Scan(center, points, first, end, radius * radius);
        MemoryExtensions.Sort(squares.AsSpan(0, Count), places.AsSpan(0, Count));
        OrderEquals(points);
    }

    /// <summary>
    /// Four distances at a time. Multiplications and additions stay apart (no fused ones), so that every machine gets the same bits.
    /// </summary>
    private void Scan(Cartesian center, ImagePoints points, int first, int end, double limit)
    {
        Workspace.Grow(ref squares, Count + end - first + ImagePoints.Padding);
        Workspace.Grow(ref places, Count + end - first + ImagePoints.Padding);
        ref var x = ref MemoryMarshal.GetReference(points.X);
        ref var y = ref MemoryMarshal.GetReference(points.Y);
        ref var z = ref MemoryMarshal.GetReference(points.Z);
        var (atX, atY, atZ) = (Vector256.Create(center.X), Vector256.Create(center.Y), Vector256.Create(center.Z));
        var limits = Vector256.Create(limit);
        var count = Count;
        for (var point = first; point < end; point += Vector256<double>.Count)
        {
            var dx = Vector256.LoadUnsafe(ref x, (nuint)point) - atX;
            var dy = Vector256.LoadUnsafe(ref y, (nuint)point) - atY;
            var dz = Vector256.LoadUnsafe(ref z, (nuint)point) - atZ;
            var square = (dx * dx) + (dy * dy) + (dz * dz);
            var near = Vector256.LessThanOrEqual(square, limits).ExtractMostSignificantBits();
            if (point + Vector256<double>.Count > end) near &= (1u << (end - point)) - 1;
            for (; near != 0; near &= near - 1)
            {
                var lane = BitOperations.TrailingZeroCount(near);
                squares[count] = square[lane];
                places[count++] = point + lane;
            }
        }
        Count = count;
    }

    private void OrderEquals(ImagePoints points)
    {
        for (var next = 1; next < Count; next++)
        {
            var moved = places[next];
            var place = next;
            for (; place > 0 && squares[place - 1] == squares[next] && IsBefore(points, moved, places[place - 1]); place--)
                places[place] = places[place - 1];
            places[place] = moved;
        }
    }

    private static bool IsBefore(ImagePoints points, int left, int right)
    {
        var (sender, other) = (points.Senders[left], points.Senders[right]);
        return sender != other ? sender < other : points.Shifts[left].CompareTo(points.Shifts[right]) < 0;
    }
}
