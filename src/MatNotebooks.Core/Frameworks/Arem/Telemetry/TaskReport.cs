using MatNotebooks.Frameworks.Arem.Equilibria;

namespace MatNotebooks.Frameworks.Arem.Telemetry;

/// <summary>What a worker says of a task that ended.</summary>
/// <param name="Worker">Who says it, at least 0.</param>
/// <param name="Number">Which of its reports this is; each number counts once.</param>
/// <param name="Time">When the task ended | s since the campaign began.</param>
/// <param name="Layer">Which layer's task it was.</param>
/// <param name="CoreSeconds">What it cost | core-seconds.</param>
public readonly record struct TaskReport(int Worker, long Number, double Time, AremLayer Layer, double CoreSeconds)
{
    /// <summary>How it ended. The default is a success that found nothing.</summary>
    public TaskEnding Ending { get; init; }

    /// <summary>Of a simulation: labels that its model had not yet seen, as a share of all labels | 0 to 1, NaN where it was chosen blindly.</summary>
    public double Staleness { get; init; }

    /// <summary>Of a simulation: whether its candidate had been encoded finely.</summary>
    public bool IsFine { get; init; }
}

/// <summary>How a task ended.</summary>
public enum TaskEnding
{
    /// <summary>As it should; a simulation found no hit.</summary>
    Done,

    /// <summary>A simulation found a hit.</summary>
    Discovery,

    /// <summary>The last task of a training and screening: a new model chooses from now on.</summary>
    Refreshed,

    /// <summary>Without result; the cost is paid nevertheless.</summary>
    Failed,
}
