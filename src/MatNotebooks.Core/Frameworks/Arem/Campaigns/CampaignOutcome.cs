using System.Collections.Immutable;
using MatNotebooks.Frameworks.Arem.Equilibria;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>How a simulated campaign went.</summary>
/// <param name="Policy">Who divided.</param>
/// <param name="Discoveries">When each hit was found | core-seconds spent, idle ones counted, rising.</param>
/// <param name="Simulations">Simulations that gave a label.</param>
/// <param name="Failures">Simulations that failed.</param>
/// <param name="Refreshes">How often a new model began to choose.</param>
/// <param name="Decisions">How often cores were divided.</param>
/// <param name="Utilisation">Share of the core-seconds in which a core had a task | 0 to 1.</param>
public sealed record CampaignOutcome(
    string Policy, ImmutableArray<double> Discoveries, int Simulations, int Failures, int Refreshes, int Decisions, double Utilisation)
{
    /// <summary>What each layer was given at each decision; empty unless asked for.</summary>
    public ImmutableArray<DividedCores> Course { get; init; } = [];

    /// <summary>Every task; empty unless asked for.</summary>
    public ImmutableArray<TaskSpan> Tasks { get; init; } = [];

    /// <summary>Core-seconds of tasks that ended, by layer, (3).</summary>
    public ImmutableArray<double> Spent { get; init; } = [];

    /// <summary>Share of simulations that no model chose | 0 to 1.</summary>
    public double BlindShare { get; init; }

    /// <summary>Hits found by so many core-seconds.</summary>
    public int FoundBy(double coreSeconds) => Discoveries.Count(when => when <= coreSeconds);

    /// <summary>Core-seconds until so many hits were found; null where that many were not.</summary>
    public double? SpentUntil(int hits) => hits <= 0 ? 0 : hits <= Discoveries.Length ? Discoveries[hits - 1] : null;
}

/// <summary>What each layer has at a time.</summary>
/// <param name="Time">When | s.</param>
/// <param name="Representation">Cores of the data layer.</param>
/// <param name="Inference">Cores of the model layer.</param>
/// <param name="Steering">Cores that simulate.</param>
public readonly record struct DividedCores(double Time, double Representation, double Inference, double Steering);

/// <summary>A task on a core.</summary>
/// <param name="Core">Which core, from 0.</param>
/// <param name="Layer">Whose task.</param>
/// <param name="Start">When it began | s.</param>
/// <param name="End">When it ended | s.</param>
public readonly record struct TaskSpan(int Core, AremLayer Layer, double Start, double End);
