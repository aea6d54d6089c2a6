using System.Collections.Concurrent;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// The shells beside the main one (Jupyter Enhancement Proposal 91): the cells of each run in their order, beside those of the others, on the same variables.
/// </summary>
/// <param name="executions">Stops the cells of one that is deleted.</param>
/// <param name="open">Makes a lane of a name; calls back when it has ended.</param>
internal sealed class Subshells(Executions executions, Func<string, Action, ShellLane> open) : IDisposable
{
    private readonly ConcurrentDictionary<string, Subshell> all = new(StringComparer.Ordinal);

    /// <summary>The ids of those there are, in alphabetical order.</summary>
    public IReadOnlyList<string> Ids => [.. all.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What is wrong with an id that names none.</summary>
    public static string Unknown(string id) =>
        $"There is no subshell \"{(id.Length > 60 ? id[..60] + "…" : id)}\": it was never created, or was deleted. list_subshell_request tells the ids there are.";

    /// <returns>The id of the new one.</returns>
    public string Create()
    {
        var id = Guid.NewGuid().ToString();
        var thread = new Lazy<CellThread>(() => new CellThread());
        all[id] = new Subshell(open($"subshell {id}", () => End(thread)), thread);
        return id;
    }

    public Subshell? Find(string id) => all.GetValueOrDefault(id);

    /// <summary>The thread that cells of a shell run on; null for the main one's.</summary>
    /// <param name="id">The subshell; null for the main shell.</param>
    /// <exception cref="BadContentException">There is no such subshell.</exception>
    public CellThread? ThreadOf(string? id) =>
        id is null ? null : (Find(id) ?? throw new BadContentException(Unknown(id))).Thread.Value;

    /// <summary>Gives up what waits in it, stops what runs, and ends its threads.</summary>
    /// <exception cref="BadContentException">There is no such subshell.</exception>
    public void Delete(string id)
    {
        if (!all.TryRemove(id, out var deleted))
            throw new BadContentException(Unknown(id));
        deleted.Lane.Dispose();
        executions.Interrupt(id);
    }

    public void Dispose()
    {
        foreach (var subshell in all.Values)
            subshell.Lane.Dispose();
        all.Clear();
    }

    private static void End(Lazy<CellThread> thread)
    {
        if (thread.IsValueCreated)
            thread.Value.Dispose();
    }
}
