using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Display;

/// <summary>The comms of a kernel that are open, and the targets cells have registered.</summary>
internal sealed class CommTable
{
    private readonly ConcurrentDictionary<string, Comm> open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Action<Comm, JsonNode?>> targets = new(StringComparer.Ordinal);

    /// <summary>Those that are open, in the order of their ids.</summary>
    public IReadOnlyList<Comm> All => [.. open.Values.OrderBy(comm => comm.Id, StringComparer.Ordinal)];

    public Comm? Find(string id) => open.GetValueOrDefault(id);

    public Action<Comm, JsonNode?>? FindTarget(string name) => targets.GetValueOrDefault(name);

    public void Register(string target, Action<Comm, JsonNode?> opened) => targets[target] = opened;

    public void Add(Comm comm) => open[comm.Id] = comm;

    public bool Remove(Comm comm) => open.TryRemove(comm.Id, out _);
}
