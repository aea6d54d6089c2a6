using System.Collections.Concurrent;
using MatNotebooks.Cluster;
using MatNotebooks.Cluster.Slurm;
using MatNotebooks.Frameworks.Arem.Running.Definitions;

namespace MatNotebooks.Frameworks.Arem.Running.Places;

/// <summary>Cores of a Slurm cluster that pilots hold: as many as nodes give, at most those that are asked for. Nodes may come and go.</summary>
internal sealed class SlurmPlace : ICorePlace
{
    private readonly SlurmPilots pilots;
    private readonly string description;
    private string words = "";

    /// <param name="place">What is asked for.</param>
    /// <param name="folder">Folder that this machine and the nodes share.</param>
    /// <param name="clock">The clock. The default is the machine's.</param>
    public SlurmPlace(PlaceDefinition place, string folder, TimeProvider? clock = null)
    {
        description = $"up to {place.Cores} cores of Slurm{(place.Partition is null ? "" : $", partition {place.Partition}")}, folder {folder}";
        pilots = new(
            new()
            {
                Folder = folder, Partition = place.Partition, Account = place.Account, Qos = place.Qos, Prologue = place.Prologue,
                Container = place.Container.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            },
            place.Cores, clock ?? TimeProvider.System);
    }

    public string Description => description;

    public int Cores => pilots.Cores;

    public int Ahead => 1;

    public bool RunsHere => false;

    public async Task<string?> LookAsync(CancellationToken cancellation)
    {
        await pilots.LookAsync(cancellation).ConfigureAwait(false);
        if (pilots.Words == words) return null;
        words = pilots.Words;
        return words.Length == 0 ? "no core of the cluster is held" : $"cores are held on {words}";
    }

    public async Task<T> RunAsync<T>(long memory, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var used = new ConcurrentQueue<string>();
        RunningWork.Current = new(async (job, token) =>
        {
            var (result, key) = await pilots.RunAsync(new Demand(1, memory).Limit(job), token).ConfigureAwait(false);
            used.Enqueue(key);
            var running = RunningWork.Current!;
            (running.Where, running.Elapsed) = (result.Where, result.Elapsed + (double.IsNaN(running.Elapsed) ? 0 : running.Elapsed));
            return result.Outcome;
        });
        var answer = await work(cancellation).ConfigureAwait(false);
        foreach (var key in used) pilots.Close(key); // not before: what the work made of it is kept by now
        return answer;
    }

    public void Dispose() => pilots.Dispose();
}
