using System.Numerics;
using System.Runtime.InteropServices;

namespace MatNotebooks.Models.Layers;

/// <summary>The two loops over <see cref="RowGroups"/>, each the other's transpose; one thread, so that sums have one order.</summary>
internal static class RowGroupLoops
{
    /// <summary>Copies to each item the row it belongs to.</summary>
    public static void Gather<T>(ReadOnlySpan<byte> table, RowGroups groups, Span<byte> items)
        where T : unmanaged
    {
        var from = MemoryMarshal.Cast<byte, T>(table);
        var to = MemoryMarshal.Cast<byte, T>(items);
        if (to.Length == 0) return;
        var width = to.Length / groups.RowOfItem.Length;
        for (var item = 0; item < groups.RowOfItem.Length; item++)
            from.Slice(groups.RowOfItem[item] * width, width).CopyTo(to[(item * width)..]);
    }

    /// <summary>Sums into each row the items that belong to it.</summary>
    public static void Sum<T>(ReadOnlySpan<byte> items, RowGroups groups, Span<byte> table)
        where T : unmanaged, INumber<T>
    {
        var from = MemoryMarshal.Cast<byte, T>(items);
        var to = MemoryMarshal.Cast<byte, T>(table);
        to.Clear();
        if (from.Length == 0) return;
        var width = to.Length / groups.Rows;
        for (var row = 0; row < groups.Rows; row++)
            for (var place = groups.First[row]; place < groups.First[row + 1]; place++)
                Add(from.Slice(groups.Items[place] * width, width), to.Slice(row * width, width));
    }

    private static void Add<T>(ReadOnlySpan<T> what, Span<T> to)
        where T : unmanaged, INumber<T>
    {
        var wide = MemoryMarshal.Cast<T, Vector<T>>(what);
        var into = MemoryMarshal.Cast<T, Vector<T>>(to);
        for (var place = 0; place < wide.Length; place++) into[place] += wide[place];
        for (var place = wide.Length * Vector<T>.Count; place < what.Length; place++) to[place] += what[place];
    }
}
