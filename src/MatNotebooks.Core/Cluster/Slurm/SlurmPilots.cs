using System.Globalization;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>
/// Cores of a Slurm cluster that are held for many short programs: pilots wait in Slurm's queue until a node takes them, and each runs what it is
/// given without going through the queue again. Nodes may be drained and come back; when this process is killed, pilots end what they were given,
/// and the next process takes it.
/// </summary>
internal sealed class SlurmPilots : IDisposable
{
    private const int GivenAtOnce = 2; // the next program lies there before one has ended
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.05), LookPause = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly SlurmOptions options;
    private readonly int cores;
    private readonly SlurmSpool spool;
    private readonly TimeProvider clock;
    private readonly string folder, name;
    private readonly Dictionary<string, (ProcessJob Job, TaskCompletionSource<SlurmResult> Done)> programs = [];
    private readonly LinkedList<string> waiting = [];
    private readonly Dictionary<string, SlurmPilot> pilots = [];
    private long? looked;
    private int number;

    /// <param name="options">Partition, account and so on, and the shared folder.</param>
    /// <param name="cores">Cores to hold at most | at least 1.</param>
    /// <param name="clock">The clock.</param>
    public SlurmPilots(SlurmOptions options, int cores, TimeProvider clock)
    {
        (this.options, this.cores, this.clock) = (options.Checked(), cores, clock);
        spool = new(options.Folder);
        folder = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(options.Folder), "pilots")).FullName;
        name = $"matnb-pilots-{(uint)string.GetHashCode(folder, StringComparison.Ordinal):x8}";
        if (File.Exists(NameFile)) name = File.ReadAllText(NameFile); // pilots of a process that was killed go on
        else File.WriteAllText(NameFile, name);
    }

    /// <summary>Cores that are held and take programs.</summary>
    public int Cores
    {
        get
        {
            lock (gate) return pilots.Values.Count(pilot => pilot.Node.Length > 0 && !pilot.IsLeaving);
        }
    }

    /// <summary>The nodes they are on.</summary>
    public string Words
    {
        get
        {
            lock (gate) return string.Join(", ", pilots.Values.Where(pilot => pilot.Node.Length > 0).Select(pilot => $"{pilot.Node}{(pilot.IsLeaving ? " (leaving)" : "")}").Order(StringComparer.Ordinal));
        }
    }

    private string NameFile => Path.Combine(folder, "name");

    /// <summary>Runs a program on a pilot; one that is there from an earlier process is not begun again.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested; what a pilot has begun it ends.</exception>
    /// <returns>What it gave, and the key by which it is closed.</returns>
    public async Task<(SlurmResult Result, string Key)> RunAsync(ProcessJob job, CancellationToken cancellation)
    {
        var key = SlurmSpool.Key(job, options);
        TaskCompletionSource<SlurmResult> done;
        lock (gate)
        {
            spool.Stage(key, job, options);
            if (programs.TryGetValue(key, out var known)) done = known.Done;
            else
            {
                programs[key] = (job, done = new(TaskCreationOptions.RunContinuationsAsynchronously));
                if (!pilots.Values.Any(pilot => pilot.Given.Contains(key))) waiting.AddLast(key);
            }
        }
        while (!done.Task.IsCompleted)
        {
            Work();
            await Task.WhenAny(done.Task, Task.Delay(Pause, clock, cancellation)).ConfigureAwait(false);
            if (!cancellation.IsCancellationRequested) continue;
            Withdraw(key);
            cancellation.ThrowIfCancellationRequested();
        }
        return (await done.Task.ConfigureAwait(false), key);
    }

    /// <summary>Forgets a program whose outcome is kept elsewhere.</summary>
    public void Close(string key) => spool.Forget(key);

    /// <summary>Looks which pilots there are, takes leave of those on nodes that are drained, and asks for those that are missing.</summary>
    /// <exception cref="ClusterException">Slurm does not take them, or does not answer.</exception>
    public async Task LookAsync(CancellationToken cancellation)
    {
        if (looked is { } last && clock.GetElapsedTime(last) < LookPause) return;
        try
        {
            var queue = await SlurmCommands.QueueAsync(cancellation).ConfigureAwait(false);
            var working = await SlurmNodes.WorkingAsync(options.Partition, cancellation).ConfigureAwait(false);
            looked = clock.GetTimestamp();
            var alive = queue.Where(one => one.Value.JobName == name && !one.Value.HasEnded).ToArray();
            lock (gate)
                foreach (var missing in Meet([.. alive.Select(one => new SlurmPilot(one.Key.Job, one.Key.Index, one.Value.State == "RUNNING" ? one.Value.Node : ""))], working)) waiting.AddFirst(missing);
            var wanted = cores - alive.Length + pilots.Values.Count(pilot => pilot.IsLeaving);
            if (wanted > 0) await SubmitAsync(wanted, cancellation).ConfigureAwait(false);
        }
        catch (SlurmException refusal)
        {
            throw new ClusterException($"Slurm gives no cores: {refusal.Message}. Look at place.partition, account and qos, and whether the controller runs (scontrol ping); what is done stays done.", refusal);
        }
    }

    /// <summary>Sends the pilots home; those that wait are cancelled.</summary>
    public void Dispose()
    {
        foreach (var pilot in pilots.Values) Leave(pilot);
        try
        {
            foreach (var group in pilots.Values.Where(pilot => pilot.Node.Length == 0).GroupBy(pilot => pilot.Job))
                SlurmCommands.CancelAsync(group.Key, group.Select(pilot => pilot.Index), CancellationToken.None).Wait(TimeSpan.FromSeconds(20));
        }
        catch (AggregateException)
        {
            // They would find nothing to do, and end.
        }
        spool.Dispose();
    }

    // Takes over what Slurm says; returns what lost pilots had been given.
    private List<string> Meet(SlurmPilot[] alive, IReadOnlySet<string> working)
    {
        var lost = new List<string>();
        foreach (var gone in pilots.Values.Where(pilot => !alive.Any(other => other.Name == pilot.Name)).ToArray())
        {
            pilots.Remove(gone.Name);
            lost.AddRange(gone.Given.Where(programs.ContainsKey));
            SlurmSpool.Delete(Path.Combine(folder, gone.Name));
        }
        foreach (var found in alive)
        {
            var pilot = pilots.GetValueOrDefault(found.Name) is { } known && known.Node == found.Node ? known : pilots[found.Name] = found;
            if (ReferenceEquals(pilot, found)) pilot.Given.AddRange(Todo(pilot).Select(file => file[(file.LastIndexOf('-') + 1)..]));
            if (pilot.IsLeaving || pilot.Node.Length == 0 || working.Contains(pilot.Node)) continue;
            Leave(pilot);
            foreach (var key in pilot.Given.Skip(1).ToArray()) // the first runs, and ends
            {
                foreach (var file in Todo(pilot).Where(file => file.EndsWith(key, StringComparison.Ordinal))) File.Delete(file);
                pilot.Given.Remove(key);
                lost.Add(key);
            }
        }
        return lost;
    }

    private async Task SubmitAsync(int wanted, CancellationToken cancellation)
    {
        var script = Path.Combine(folder, "pilot.sh");
        File.WriteAllText(script, SlurmPilot.Script(Path.GetFullPath(spool.Jobs), folder));
        var most = await SlurmCommands.MaxArraySizeAsync(cancellation).ConfigureAwait(false) - 1;
        string?[] choices = [options.Partition is { } partition ? $"--partition={partition}" : null, options.Account is { } account ? $"--account={account}" : null, options.Qos is { } qos ? $"--qos={qos}" : null];
        await SlurmCommands.SubmitAsync(
            [$"--job-name={name}", string.Create(CultureInfo.InvariantCulture, $"--array=1-{Math.Min(wanted, most)}"), "--no-requeue", "--cpus-per-task=1", "--output=/dev/null", .. choices.OfType<string>(), .. options.Extra, script],
            cancellation).ConfigureAwait(false);
        looked = null; // they may run at once
    }

    // Takes what has ended, and gives what waits.
    private void Work()
    {
        lock (gate)
        {
            foreach (var (key, program) in programs.ToArray())
            {
                if (spool.Result(key, program.Job) is not { } result) continue;
                foreach (var pilot in pilots.Values) pilot.Given.Remove(key);
                waiting.Remove(key);
                programs.Remove(key);
                program.Done.TrySetResult(result);
            }
            while (waiting.First is { Value: var next } && pilots.Values.Where(pilot => pilot.Node.Length > 0 && !pilot.IsLeaving && Directory.Exists(Path.Combine(folder, pilot.Name)))
                .MinBy(pilot => pilot.Given.Count) is { } free && free.Given.Count < GivenAtOnce)
            {
                waiting.RemoveFirst();
                free.Given.Add(next);
                File.WriteAllText(Path.Combine(folder, free.Name, string.Create(CultureInfo.InvariantCulture, $"todo-{++number:d9}-{next}")), "");
            }
        }
    }

    private void Withdraw(string key)
    {
        lock (gate)
        {
            programs.Remove(key);
            waiting.Remove(key);
            foreach (var pilot in pilots.Values)
                if (pilot.Given.IndexOf(key) > 0) // the first runs
                {
                    pilot.Given.Remove(key);
                    foreach (var file in Todo(pilot).Where(file => file.EndsWith(key, StringComparison.Ordinal))) File.Delete(file);
                }
        }
    }

    private void Leave(SlurmPilot pilot)
    {
        pilot.IsLeaving = true;
        if (Directory.Exists(Path.Combine(folder, pilot.Name))) File.WriteAllText(Path.Combine(folder, pilot.Name, "stop"), "");
    }

    private string[] Todo(SlurmPilot pilot) =>
        Directory.Exists(Path.Combine(folder, pilot.Name)) ? [.. Directory.GetFiles(Path.Combine(folder, pilot.Name), "todo-*").Order(StringComparer.Ordinal)] : [];
}
