using System.Collections.Immutable;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>The nodes of a partition that take work.</summary>
internal static class SlurmNodes
{
    private static readonly string[] Working = ["idle", "mixed", "allocated", "completing"];

    /// <summary>Asks the controller.</summary>
    /// <exception cref="SlurmException">It does not answer.</exception>
    public static async Task<ImmutableHashSet<string>> WorkingAsync(string? partition, CancellationToken cancellation) =>
        Read(await SlurmCommands.NodesAsync(partition, cancellation).ConfigureAwait(false));

    /// <summary>Reads lines of "NODE|STATE"; "idle*" does not answer, "draining" takes nothing new.</summary>
    internal static ImmutableHashSet<string> Read(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'))
            .Where(row => row.Length == 2 && Working.Contains(row[1])).Select(row => row[0]),
    ];
}
