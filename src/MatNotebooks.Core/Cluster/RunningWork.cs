namespace MatNotebooks.Cluster;

/// <summary>
/// The work of a queue that this code belongs to. It flows with the execution context, so that every program the work starts, however
/// deep, runs where the queue says and within its limits.
/// </summary>
internal sealed class RunningWork(Func<ProcessJob, CancellationToken, Task<ProcessOutcome>> run)
{
    private static readonly AsyncLocal<RunningWork?> Flowing = new();

    /// <summary>The work; null outside of every queue. Set it in an asynchronous method: it ends with the method.</summary>
    public static RunningWork? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>Where the last program of the work ran, such as "Slurm job 12_3 on node7"; null for this machine.</summary>
    public string? Where { get; set; }

    /// <summary>How long its programs had their core, as the node says | s; not a number for this machine.</summary>
    public double Elapsed { get; set; } = double.NaN;

    /// <summary>Runs a program as the queue runs programs.</summary>
    public Task<ProcessOutcome> RunAsync(ProcessJob job, CancellationToken cancellation) => run(job, cancellation);
}
