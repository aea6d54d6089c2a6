using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Running.Work;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.Arem.Running.Layers;

/// <summary>A task for one core.</summary>
/// <param name="Layer">Whose.</param>
/// <param name="Subject">What it is about, for the log.</param>
internal sealed record LayerTask(AremLayer Layer, string Subject)
{
    /// <summary>What a worker is asked; null for a simulation.</summary>
    public TaskRequest? Request { get; init; }

    /// <summary>Who is simulated; −1 for none.</summary>
    public int Candidate { get; init; } = -1;

    /// <summary>Which part of its step it is.</summary>
    public int Part { get; init; }

    /// <summary>Of a simulation: labels its model had not seen, as a share; NaN where it was chosen blindly.</summary>
    public double Staleness { get; init; } = double.NaN;

    /// <summary>Of a simulation: whether its candidate was encoded finely.</summary>
    public bool IsFine { get; init; }
}

/// <summary>How a task ended.</summary>
/// <param name="CoreSeconds">What the worker says it cost | core-seconds; NaN where it does not say.</param>
/// <param name="Where">Where it ran; null for this machine.</param>
internal sealed record LayerAnswer(double CoreSeconds, string? Where)
{
    /// <summary>What was asked for; null for a simulation, or where there is none.</summary>
    public TaskAnswer? Answer { get; init; }

    /// <summary>What a simulation gave; null otherwise.</summary>
    public CalculationOutcome? Outcome { get; init; }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public string? Failure { get; init; }
}
