namespace MatNotebooks.Cluster.Slurm;

/// <summary>Decides what becomes of a program that is on the cluster and has left no result.</summary>
internal sealed class SlurmVerdict(SlurmOptions options, IProgress<string>? notices, TimeProvider clock)
{
    private const int MostLosses = 3;
    private const int MostReleases = 3;

    private static readonly TimeSpan FileLag = TimeSpan.FromSeconds(60); // a shared file system may show a file so much later

    private static readonly string[] MemoryWords = ["exceeded memory limit", "Exceeded job memory limit", "oom-kill", "oom_kill", "Out Of Memory"];

    /// <summary>The outcome of a program by its element; null while there is hope: it runs, waits, or was put back to be submitted again.</summary>
    /// <param name="task">The program.</param>
    /// <param name="element">Its element; null where Slurm does not know it any more.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <exception cref="SlurmException">The controller does not answer.</exception>
    public async Task<ProcessOutcome?> OfAsync(SlurmTask task, SlurmElement? element, CancellationToken cancellation)
    {
        if (element is { HasEnded: false })
        {
            task.EndedAt = null;
            if (element.IsHeldAfterLaunch && task.Releases++ < MostReleases)
            {
                notices?.Report($"{task.Name} was not started by its node; asking Slurm to try again.");
                await SlurmCommands.ReleaseAsync(task.Array!.Id!, task.Index, cancellation).ConfigureAwait(false);
            }
            return null;
        }
        task.EndedAt ??= clock.GetTimestamp();
        var lag = element?.State == "COMPLETED" ? FileLag : options.Pause; // one more look for what was written between the last two
        if (clock.GetElapsedTime(task.EndedAt.Value) < lag) return null;
        if (element is null or { LostItsNode: true } && ++task.Losses < MostLosses)
        {
            notices?.Report($"{task.Name} was lost{(element is null ? "" : $" with node {element.Node}")}; submitting it again.");
            task.Array!.Close(task.Index);
            (task.Array, task.EndedAt) = (null, null);
            return null;
        }
        task.Where = element is null ? task.Name : $"{task.Name} on {element.Node}";
        return Outcome(task, element);
    }

    private ProcessOutcome Outcome(SlurmTask task, SlurmElement? element)
    {
        var log = Log(task);
        return element switch
        {
            { State: "TIMEOUT" or "DEADLINE" } => Of(ProcessEnding.TimedOut, ""),
            { State: "OUT_OF_MEMORY" } => Of(ProcessEnding.OutOfMemory, ""),
            _ when MemoryWords.Any(words => log.Contains(words, StringComparison.OrdinalIgnoreCase)) => Of(ProcessEnding.OutOfMemory, ""),
            { State: "CANCELLED" } => Of(ProcessEnding.Lost, $"{task.Where} was cancelled by somebody else; run again"),
            null or { LostItsNode: true } => Of(ProcessEnding.Lost, $"{task.Where} was lost {task.Losses} times; look at the cluster's nodes (sinfo -R)"),
            _ => Of(
                ProcessEnding.Lost,
                $"{task.Where} left no result (state {element.State}{(log.Length == 0 ? "" : $"; its log ends: {log}")}); the nodes must share the folder {options.Folder}"),
        };

        ProcessOutcome Of(ProcessEnding ending, string words) => new(ending, -1, "", words) { Memory = task.Job.Memory };
    }

    private static string Log(SlurmTask task)
    {
        var file = task.Array!.LogFile($"{task.Index}");
        if (!File.Exists(file)) return "";
        var text = string.Join(' ', File.ReadLines(file).TakeLast(5)).Trim();
        return text.Length <= 400 ? text : text[^400..];
    }
}
