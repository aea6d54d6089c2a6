namespace MatNotebooks.Cluster.Slurm;

/// <summary>Takes programs to the cluster and their outcomes back, in rounds: what has ended, what is cancelled, what the queue says, what is new.</summary>
internal sealed class SlurmWatch : IDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(0.2); // what is asked for at once goes into one array

    private readonly Lock gate = new();
    private readonly Dictionary<string, SlurmTask> tasks = [];
    private readonly SlurmOptions options;
    private readonly SlurmSpool spool;
    private readonly SlurmSubmission submission;
    private readonly SlurmVerdict verdict;
    private readonly IProgress<string>? notices;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim woken = new(0, 1);
    private readonly CancellationTokenSource stop = new();
    private Task? loop;
    private long? silentSince;

    public SlurmWatch(SlurmOptions options, IProgress<string>? notices, TimeProvider clock)
    {
        (this.options, this.notices, this.clock) = (options, notices, clock);
        spool = new(options.Folder);
        submission = new(options, spool, notices);
        verdict = new(options, notices, clock);
    }

    /// <summary>Takes a program; one that is under way already, also from an earlier process, is not started again.</summary>
    /// <exception cref="ClusterException">The shared folder refuses.</exception>
    public SlurmTask Add(ProcessJob job, Demand demand)
    {
        lock (gate)
        {
            try
            {
                var key = SlurmSpool.Key(job, options);
                if (!tasks.TryGetValue(key, out var task))
                {
                    task = tasks[key] = new(key, job, demand);
                    spool.Stage(key, job, options);
                    if (spool.Earlier(key) is { } place) (task.Array, task.Index) = place;
                }
                task.Waiters++;
                loop ??= Start();
                Wake();
                return task;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw Refusal(error);
            }
        }
    }

    /// <summary>Waits for a program's outcome.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants it any more; it is cancelled on the cluster by then.</exception>
    public async Task<ProcessOutcome> WaitAsync(SlurmTask task, CancellationToken cancellation)
    {
        try
        {
            return await task.Done.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            bool last;
            lock (gate) last = --task.Waiters == 0;
            Wake();
            if (last) await ((Task)task.Done.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>Forgets a program whose outcome is kept elsewhere.</summary>
    public void Close(SlurmTask task)
    {
        lock (gate)
        {
            if (--task.Waiters > 0 || tasks.ContainsKey(task.Key)) return;
            task.Array?.Close(task.Index);
            spool.Forget(task.Key);
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        loop?.Wait(TimeSpan.FromSeconds(70)); // a command of Slurm is given 60 s
        spool.Dispose();
        woken.Dispose();
        stop.Dispose();
    }

    private Task Start()
    {
        using (ExecutionContext.SuppressFlow()) // it belongs to no work, and outlives the one that starts it
            return Task.Run(LoopAsync);
    }

    private void Wake()
    {
        lock (gate)
            if (woken.CurrentCount == 0) woken.Release();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                if (await woken.WaitAsync(options.Pause, stop.Token).ConfigureAwait(false)) await Task.Delay(Gathering, clock, stop.Token).ConfigureAwait(false);
                await RoundAsync().ConfigureAwait(false);
                lock (gate)
                {
                    if (tasks.Count > 0) continue;
                    loop = null;
                    return;
                }
            }
        }
        catch (Exception error)
        {
            lock (gate)
            {
                foreach (var task in tasks.Values) task.Done.TrySetException(error is IOException or UnauthorizedAccessException ? Refusal(error) : error);
                tasks.Clear();
                loop = null;
            }
        }
    }

    private async Task RoundAsync()
    {
        Collect();
        try
        {
            await CancelAsync().ConfigureAwait(false);
            if (All(task => task.Array is not null) is { Length: > 0 } submitted) await LookAsync(submitted).ConfigureAwait(false);
            Collect();
            await submission.RunAsync(All(task => task.Array is null), All(task => task.Array?.Id is not null).Length, stop.Token).ConfigureAwait(false);
            silentSince = null;
        }
        catch (SlurmException error) when (error.Refusal == SlurmRefusal.NoAnswer)
        {
            if (silentSince is null) notices?.Report($"The Slurm controller does not answer ({error.Message}); jobs go on, asking again.");
            silentSince ??= clock.GetTimestamp();
            if (clock.GetElapsedTime(silentSince.Value) >= options.Patience) throw Silent(error);
        }
        catch (SlurmException error)
        {
            throw new ClusterException($"Slurm refuses: {error.Message}", error);
        }
    }

    private SlurmTask[] All(Func<SlurmTask, bool> which)
    {
        lock (gate) return [.. tasks.Values.Where(which)];
    }

    private void Collect()
    {
        foreach (var task in All(_ => true))
        {
            if (spool.Result(task.Key, task.Job) is not { } result) continue;
            task.Where = result.Where;
            End(task, result.Outcome);
        }
    }

    private void End(SlurmTask task, ProcessOutcome outcome)
    {
        lock (gate)
        {
            tasks.Remove(task.Key);
            task.Done.TrySetResult(outcome);
        }
    }

    private async Task CancelAsync()
    {
        foreach (var group in All(task => task.Waiters == 0).GroupBy(task => task.Array))
        {
            try
            {
                if (group.Key?.Id is { } id) await SlurmCommands.CancelAsync(id, group.Select(task => task.Index), stop.Token).ConfigureAwait(false);
                foreach (var task in group) group.Key?.Close(task.Index);
            }
            catch (SlurmException error)
            {
                notices?.Report($"Slurm does not cancel job {group.Key!.Id} ({error.Message}); it goes on, and the next queue of {options.Folder} takes its results.");
            }
            lock (gate)
                foreach (var task in group)
                {
                    tasks.Remove(task.Key);
                    task.Done.TrySetCanceled();
                }
        }
    }

    private async Task LookAsync(SlurmTask[] submitted)
    {
        var queue = await SlurmCommands.QueueAsync(stop.Token).ConfigureAwait(false);
        foreach (var array in submitted.Select(task => task.Array!).Distinct().Where(array => array.Id is null).ToArray()) Find(array, queue, submitted);
        var here = submitted.Where(task => task.Array?.Id is not null).ToArray();
        var forgotten = here.Where(task => !queue.ContainsKey((task.Array!.Id!, task.Index))).Select(task => task.Array!.Id!).Distinct().ToArray();
        var accounts = forgotten.Length == 0 ? queue : await SlurmCommands.AccountsAsync(forgotten, stop.Token).ConfigureAwait(false);
        foreach (var task in here)
        {
            var place = (task.Array!.Id!, task.Index);
            if (await verdict.OfAsync(task, queue.GetValueOrDefault(place) ?? accounts.GetValueOrDefault(place), stop.Token).ConfigureAwait(false) is { } outcome)
                End(task, outcome);
        }
    }

    // Whether Slurm took an array is unknown where the answer was lost, or the process killed before it came: its name tells.
    private static void Find(SlurmArray array, IReadOnlyDictionary<(string Job, int Index), SlurmElement> queue, SlurmTask[] submitted)
    {
        if (queue.FirstOrDefault(element => element.Value.JobName == array.Name).Key.Job is { } id)
        {
            array.Submitted(id);
            return;
        }
        foreach (var task in submitted.Where(task => task.Array == array)) task.Array = null;
        array.Remove();
    }

    private ClusterException Silent(SlurmException error) => new(
        $"The Slurm controller has not answered for {clock.GetElapsedTime(silentSince!.Value).TotalSeconds:F0} s: {error.Message}. Look whether it runs (scontrol ping), "
            + $"then run again: jobs that are on the cluster go on, and their results are taken from {options.Folder}.",
        error);

    private ClusterException Refusal(Exception error) =>
        new($"The folder of the Slurm queue, {options.Folder}, refuses: {error.Message.TrimEnd('.')}. Free space there, or mend its rights.", error);
}
