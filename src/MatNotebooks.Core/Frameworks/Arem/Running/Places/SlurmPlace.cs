using MatNotebooks.Cluster;
using MatNotebooks.Cluster.Slurm;
using MatNotebooks.Frameworks.Arem.Running.Definitions;

namespace MatNotebooks.Frameworks.Arem.Running.Places;

/// <summary>Cores of a Slurm cluster: as many as the nodes that take work have, at most those that are asked for. Nodes may come and go.</summary>
internal sealed class SlurmPlace : ICorePlace
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2); // between looks

    private readonly PlaceDefinition place;
    private readonly SlurmQueue queue;
    private readonly TimeProvider clock;
    private long? looked;
    private string nodes = "";

    /// <param name="place">What is asked for.</param>
    /// <param name="folder">Folder that this machine and the nodes share.</param>
    /// <param name="clock">The clock. The default is the machine's.</param>
    public SlurmPlace(PlaceDefinition place, string folder, TimeProvider? clock = null)
    {
        (this.place, this.clock) = (place, clock ?? TimeProvider.System);
        queue = new(
            new()
            {
                Folder = folder, Partition = place.Partition, Account = place.Account, Qos = place.Qos, Prologue = place.Prologue,
                Container = place.Container.Split(' ', StringSplitOptions.RemoveEmptyEntries), Pause = TimeSpan.FromSeconds(0.5),
            },
            clock: this.clock);
    }

    public string Description => queue.Description;

    public int Cores { get; private set; }

    public int Ahead => 2;

    public bool RunsHere => false;

    public async Task<string?> LookAsync(CancellationToken cancellation)
    {
        if (looked is { } last && clock.GetElapsedTime(last) < Pause) return null;
        var found = await SlurmNodes.LookAsync(place.Partition, cancellation).ConfigureAwait(false);
        looked = clock.GetTimestamp();
        Cores = Math.Min(place.Cores, found.Cores);
        if (found.Words == nodes) return null;
        nodes = found.Words;
        return $"{Cores} cores can be used: {nodes}";
    }

    public Task<T> RunAsync<T>(long memory, Func<CancellationToken, Task<T>> work, CancellationToken cancellation) => queue.RunAsync(new(1, memory), work, cancellation);

    public void Dispose() => queue.Dispose();
}
