namespace MatNotebooks.Bench.Tables;

/// <summary>The most memory this process held at once, as Linux counts it.</summary>
internal static class PeakMemory
{
    private const string ResetPeak = "5"; // man 5 proc, clear_refs

    /// <summary>Begins anew, from what is held now.</summary>
    public static void Begin()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", ResetPeak);
    }

    /// <summary>The most since <see cref="Begin"/> | MiB.</summary>
    public static double Read() =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024;
}
