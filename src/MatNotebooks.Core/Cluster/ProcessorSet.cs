using System.Globalization;

namespace MatNotebooks.Cluster;

/// <summary>The processors of this machine that this process may use, as numbers of the kernel.</summary>
internal static class ProcessorSet
{
    private const string Status = "/proc/self/status";

    /// <summary>The numbers, beginning at another one in each process, so that two queues of one machine do not crowd on the first.</summary>
    public static int[] Allowed()
    {
        int[] all = File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)) is { } line
            ? Parse(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..])
            : [.. Enumerable.Range(0, Environment.ProcessorCount)];
        var first = Environment.ProcessId % all.Length;
        return [.. all[first..], .. all[..first]];
    }

    /// <summary>A list such as "0-3,8" as numbers.</summary>
    public static int[] Parse(string list) =>
    [
        .. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(range =>
        {
            var ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
        }),
    ];
}
