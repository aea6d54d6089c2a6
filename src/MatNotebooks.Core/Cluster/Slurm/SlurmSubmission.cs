using System.Collections.Immutable;
using System.Globalization;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>Submits programs as job arrays, as many at a time as the cluster takes.</summary>
internal sealed class SlurmSubmission(SlurmOptions options, SlurmSpool spool, IProgress<string>? notices)
{
    private int? size;

    /// <summary>Submits what waits; what does not fit into the user's share of the queue waits on.</summary>
    /// <param name="waiting">The programs; each is told its array, or what Slurm has against it.</param>
    /// <param name="underWay">How many others are on the cluster.</param>
    /// <param name="cancellation">Stops between arrays.</param>
    /// <exception cref="SlurmException">The controller does not answer.</exception>
    public async Task RunAsync(IReadOnlyCollection<SlurmTask> waiting, int underWay, CancellationToken cancellation)
    {
        if (waiting.Count == 0) return;
        size ??= Math.Max(1, Math.Min(options.ArraySize, await SlurmCommands.MaxArraySizeAsync(cancellation).ConfigureAwait(false) - 1));
        foreach (var alike in waiting.GroupBy(task => (task.Demand.Cores, task.Job.Memory, Minutes: Minutes(task.Job))))
        {
            var rest = alike.ToArray();
            for (var part = size.Value; rest.Length > 0;)
            {
                var chunk = rest[..Math.Min(part, rest.Length)];
                if (await SubmitAsync(chunk, Arguments(alike.Key.Cores, alike.Key.Memory, alike.Key.Minutes), cancellation).ConfigureAwait(false))
                {
                    (rest, underWay) = (rest[chunk.Length..], underWay + chunk.Length);
                    continue;
                }
                if (underWay > 0) return; // room comes when something ends
                if (chunk.Length == 1) throw new SlurmException("not even one job is taken, although none of this queue's is on the cluster", SlurmRefusal.Rejected);
                part = chunk.Length / 2;
            }
        }
    }

    // False where the user's share is full.
    private async Task<bool> SubmitAsync(SlurmTask[] chunk, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var array = SlurmArray.Create(spool.Arrays, spool.Jobs, [.. chunk.Select(task => task.Key)]);
        for (var i = 0; i < chunk.Length; i++) (chunk[i].Array, chunk[i].Index) = (array, i + 1);
        try
        {
            string[] all =
            [
                $"--job-name={array.Name}", string.Create(CultureInfo.InvariantCulture, $"--array=1-{chunk.Length}"), $"--output={array.LogFile("%a")}",
                .. arguments, .. options.Extra, array.Script,
            ];
            array.Submitted(await SlurmCommands.SubmitAsync(all, cancellation).ConfigureAwait(false));
            notices?.Report($"Slurm job {array.Id}: {chunk.Length} {(chunk.Length == 1 ? "program" : "programs")} submitted.");
            return true;
        }
        catch (SlurmException error) when (error.Refusal != SlurmRefusal.NoAnswer) // else it may have been taken: its name will tell
        {
            array.Remove();
            foreach (var task in chunk) task.Array = null;
            if (error.Refusal == SlurmRefusal.Full) return false;
            throw new ClusterException(
                $"Slurm does not take the jobs: {error.Message}. Asked was: sbatch {string.Join(' ', arguments.Concat(options.Extra))}. Change the demand, or the options of the queue.", error);
        }
    }

    private IEnumerable<string> Arguments(int cores, long? memory, int minutes)
    {
        yield return "--requeue";
        yield return "--open-mode=append";
        yield return string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={cores}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--time={minutes}");
        if (memory is { } bytes) yield return string.Create(CultureInfo.InvariantCulture, $"--mem={Math.Max(1, bytes >> 20)}M");
        foreach (var (name, value) in new[]
        {
            ("partition", options.Partition), ("account", options.Account), ("qos", options.Qos), ("constraint", options.Constraint), ("dependency", options.Dependency),
        })
            if (value is not null) yield return $"--{name}={value}";
    }

    // The job's own limit is kept on the node to the second; Slurm's is a minute or two behind it.
    private static int Minutes(ProcessJob job) => (int)Math.Ceiling(job.Limit.TotalMinutes) + 1;
}
