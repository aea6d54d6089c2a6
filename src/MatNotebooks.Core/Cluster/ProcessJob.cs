namespace MatNotebooks.Cluster;

/// <summary>A program to run on this machine.</summary>
/// <param name="Program">Path, or a name that is looked for in PATH.</param>
/// <param name="Arguments">Arguments, passed on as they are.</param>
/// <param name="Input">Text for standard input.</param>
/// <param name="Limit">Longest time it may take; then it is killed with everything it started.</param>
public sealed record ProcessJob(string Program, IReadOnlyList<string> Arguments, string Input, TimeSpan Limit)
{
    /// <summary>Environment variables added to this process's own. The default is none.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Folder the program starts in. The default is this process's own.</summary>
    public string? Folder { get; init; }

    /// <summary>Most address space the program, and each program it starts, may take | bytes. The default is no limit.</summary>
    /// <remarks>With a limit the outcome says what processor time the program took.</remarks>
    public long? Memory { get; init; }

    /// <summary>Numbers of the processors the program may run on. The default is none: all that this process may use.</summary>
    internal IReadOnlyList<int> Processors { get; init; } = [];

    /// <summary>Most characters taken from standard output, and from standard error. The default is 64 Mi; a program that writes more is killed.</summary>
    public int MostOutput { get; init; } = 64 << 20;

    /// <summary>Runs the program where the work that asks for it was put: on this machine, unless a queue (<see cref="IWorkQueue"/>) says otherwise.</summary>
    /// <exception cref="ClusterException">The queue's cluster takes no work, or does not answer any more.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested; the program is killed first.</exception>
    public Task<ProcessOutcome> RunAsync(CancellationToken cancellation = default) =>
        RunningWork.Current?.RunAsync(this, cancellation) ?? LocalProcess.RunAsync(this, cancellation);
}
