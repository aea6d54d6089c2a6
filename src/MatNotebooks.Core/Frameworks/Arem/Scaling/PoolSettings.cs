using System.Collections.Immutable;
using MatNotebooks.Frameworks.Arem.Events;

namespace MatNotebooks.Frameworks.Arem.Scaling;

/// <summary>Workers that institutions share, and what happens to them.</summary>
/// <param name="Costs">What a task costs | core-seconds.</param>
/// <param name="Workers">How many workers | at least 1.</param>
/// <param name="Duration">How long | s.</param>
public sealed record PoolSettings(MeasuredCosts Costs, int Workers, double Duration)
{
    /// <summary>What the one dispatcher needs for each task; the others wait meanwhile | s, at least 0. The default is 0.</summary>
    public double Dispatch { get; init => field = NotNegative(value, nameof(Dispatch)); }

    /// <summary>Share of tasks at which the worker fails | 0 to 0.9. The default is 0.05.</summary>
    public double Failures
    {
        get;
        init => field = value is >= 0 and <= 0.9 ? value : throw new ArgumentOutOfRangeException(nameof(Failures), $"Failures is {value}; it must be 0 to 0.9.");
    } = 0.05;

    /// <summary>How long a worker that failed is away | mean costs, at least 0. The default is 1.</summary>
    public double Repair { get; init => field = NotNegative(value, nameof(Repair)); } = 1;

    /// <summary>How many times as dear tasks are at the end as at the beginning | at least 0. The default is 1.</summary>
    public double Drift { get; init => field = NotNegative(value, nameof(Drift)); } = 1;

    /// <summary>Who shares the pool; empty, the default, for one that always has work.</summary>
    public ImmutableArray<Institution> Institutions { get; init; } = [];

    /// <summary>What each institution with work is served at least before others are | share of its part, 0 (none) to 1. The default is 0.</summary>
    public double Floor
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Floor), $"Floor is {value}; it must be 0 to 1.");
    }

    private static double NotNegative(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be finite and at least 0.");
}

/// <summary>Who shares a pool of workers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">Its part of the pool, any unit, greater than 0.</param>
/// <param name="BurstSize">Tasks it hands in at once, at least 1.</param>
/// <param name="BurstInterval">Mean time between such bursts | s, greater than 0.</param>
/// <param name="HitRate">Share of its first tasks that discover something | 0 to 1.</param>
/// <param name="HalfLife">After how many tasks that share is half | greater than 0: small programmes are exhausted sooner.</param>
public sealed record Institution(string Name, double Part, int BurstSize, double BurstInterval, double HitRate, double HalfLife);
