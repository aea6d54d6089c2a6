using System.Collections.Concurrent;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>A queue of work whose programs run on a Slurm cluster, as elements of job arrays.</summary>
/// <remarks>
/// The work's C# stays here; each program it starts gets a folder on the shared file system and becomes an element of the next array. An
/// element whose node fails runs again. When this process is killed the cluster goes on: the next queue of the same folder takes the
/// results of the programs it asks for, and starts none of them twice. Cancelled work is cancelled on the cluster too.
/// </remarks>
public sealed class SlurmQueue : IWorkQueue, IDisposable
{
    private readonly SlurmOptions options;
    private readonly SlurmWatch watch;
    private readonly SemaphoreSlim places;

    /// <summary>Opens a queue; nothing is submitted yet.</summary>
    /// <param name="options">The cluster's partition, account and so on, and the shared folder.</param>
    /// <param name="notices">Told in one line of what an operator would want to know: arrays, lost nodes, a silent controller. The default is nobody.</param>
    /// <param name="clock">The clock. The default is the machine's.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">Another queue uses the folder, or the disk refuses.</exception>
    public SlurmQueue(SlurmOptions options, IProgress<string>? notices = null, TimeProvider? clock = null)
    {
        this.options = options.Checked();
        watch = new(this.options, notices, clock ?? TimeProvider.System);
        places = new(this.options.MostAtOnce);
    }

    /// <inheritdoc/>
    public string Description => $"Slurm{(options.Partition is null ? "" : $", partition {options.Partition}")}, folder {options.Folder}";

    /// <inheritdoc/>
    public int? Slots(Demand demand) => null; // the cluster's own affair

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(Demand demand, Func<CancellationToken, Task<T>> work, CancellationToken cancellation = default)
    {
        if (demand.Cores < 1 || demand.Memory < 0)
            throw new ArgumentException($"Work that needs {demand.Cores} cores and {demand.Memory >> 20} MiB: ask for at least 1 core and no less than no memory.");
        await places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var used = new ConcurrentQueue<SlurmTask>();
            RunningWork.Current = new((job, token) => RunAsync(demand.Limit(job), demand, used, token));
            var answer = await work(cancellation).ConfigureAwait(false);
            foreach (var task in used) watch.Close(task); // not before: what the work made of it is kept by now
            return answer;
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Ends the watch; what is on the cluster goes on, for the next queue of the folder.</summary>
    public void Dispose() => watch.Dispose(); // not the places: work whose result was taken already still ends

    private async Task<ProcessOutcome> RunAsync(ProcessJob job, Demand demand, ConcurrentQueue<SlurmTask> used, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var task = watch.Add(job, demand);
        used.Enqueue(task);
        var outcome = await watch.WaitAsync(task, cancellation).ConfigureAwait(false);
        RunningWork.Current!.Where = task.Where;
        return outcome;
    }
}
