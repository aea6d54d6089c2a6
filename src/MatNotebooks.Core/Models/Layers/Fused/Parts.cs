using System.Runtime.Intrinsics;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Work cut into parts that share nothing, on as many threads as there are cores.</summary>
internal static class Parts
{
    private const int Rows = 128; // of a table; fewer are not worth a thread

    /// <summary>Does each part; a single one without asking another thread.</summary>
    public static void ForEach(int parts, Action<int> work)
    {
        if (parts == 1) work(0);
        else Parallel.For(0, parts, work);
    }

    /// <summary>
    /// Where each part of a table's rows begins, and where the last ends, (parts + 1). The cuts depend on the number of rows alone, so
    /// that sums over parts have one order whatever the number of threads.
    /// </summary>
    public static int[] OfRows(long rows)
    {
        var parts = Math.Max(1, rows / Rows);
        return [.. Enumerable.Range(0, (int)parts + 1).Select(part => (int)(part * rows / parts))];
    }

    /// <summary>Does the work with the widest lanes that rows of a length divide into.</summary>
    public static void WithLanes<TWork>(int length, TWork work)
        where TWork : struct, ILaneWork
    {
        if (Vector512.IsHardwareAccelerated && length % Lanes512.Count == 0) work.Run<Lanes512>();
        else if (Vector256.IsHardwareAccelerated && length % Lanes256.Count == 0) work.Run<Lanes256>();
        else work.Run<OneLane>();
    }
}
