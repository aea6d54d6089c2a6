namespace MatNotebooks.Cluster;

/// <summary>How a program ended.</summary>
/// <param name="Ending">Whether it ran, and to its end.</param>
/// <param name="ExitCode">Its exit status; 128 + n when signal n ended it; -1 when it never started.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error, or why it did not start.</param>
public sealed record ProcessOutcome(ProcessEnding Ending, int ExitCode, string Output, string Error)
{
    /// <summary>Processor time of the program and what it started | s; 0 where the job has no limit of memory, and nothing is measured.</summary>
    public double CoreSeconds { get; init; }

    /// <summary>Most memory it was allowed | bytes; null where it had no limit.</summary>
    public long? Memory { get; init; }
}

/// <summary>Whether a program ran to its end.</summary>
public enum ProcessEnding
{
    /// <summary>It ended by itself, well or not: the exit code says.</summary>
    Exited,

    /// <summary>It took longer than its limit and was killed.</summary>
    TimedOut,

    /// <summary>It wrote more than its limit and was killed.</summary>
    Flooded,

    /// <summary>It took more memory than its limit and was killed for it.</summary>
    OutOfMemory,

    /// <summary>The machine it ran on was lost, or somebody stopped it: the error says which.</summary>
    Lost,

    /// <summary>There is no such program, or it may not be run.</summary>
    NotStarted,
}
