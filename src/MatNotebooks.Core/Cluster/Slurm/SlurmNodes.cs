using System.Globalization;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>The nodes of a partition, and how many cores of theirs take work.</summary>
/// <param name="Cores">Cores of nodes that take work, those that are busy counted.</param>
/// <param name="Words">The nodes, those that take no work with their state, such as "n1, n2 (drained)".</param>
internal sealed record SlurmNodes(int Cores, string Words)
{
    private static readonly string[] Working = ["idle", "mixed", "allocated", "completing"];

    /// <summary>Asks the controller.</summary>
    /// <param name="partition">The partition; null for all of the cluster.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="ClusterException">It does not answer, or there is no such partition.</exception>
    public static async Task<SlurmNodes> LookAsync(string? partition, CancellationToken cancellation)
    {
        try
        {
            var nodes = Read(await SlurmCommands.NodesAsync(partition, cancellation).ConfigureAwait(false));
            return nodes.Words.Length > 0 ? nodes
                : throw new ClusterException($"Slurm has no node in the partition {partition ?? "of this user"}; sinfo lists the partitions there are. Change place.partition.");
        }
        catch (SlurmException silent)
        {
            throw new ClusterException($"The Slurm controller does not say which nodes there are: {silent.Message}. Look whether it runs (scontrol ping), then run again: what is done stays done.", silent);
        }
    }

    /// <summary>Reads lines of "NODE|STATE|ALLOCATED/IDLE/OTHER/TOTAL"; a node in several partitions counts once.</summary>
    internal static SlurmNodes Read(string text)
    {
        var rows = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'))
            .Where(row => row.Length == 3).DistinctBy(row => row[0]).ToArray();
        return new(rows.Sum(CoresOf), string.Join(", ", rows.Select(row => Working.Contains(row[1]) ? row[0] : $"{row[0]} ({row[1]})")));
    }

    // "idle*" does not answer, "draining" takes nothing new.
    private static int CoresOf(string[] row)
    {
        if (!Working.Contains(row[1]) || row[2].Split('/') is not [var allocated, var idle, _, _]) return 0;
        return int.TryParse(allocated, NumberStyles.None, CultureInfo.InvariantCulture, out var busy) && int.TryParse(idle, NumberStyles.None, CultureInfo.InvariantCulture, out var free) ? busy + free : 0;
    }
}
