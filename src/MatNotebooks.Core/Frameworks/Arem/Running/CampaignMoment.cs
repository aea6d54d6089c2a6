namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>How a running campaign stands at a moment.</summary>
/// <param name="Time">When | s of the campaign, pauses of the process not counted.</param>
/// <param name="Cores">Cores that are held for it.</param>
/// <param name="Shares">What the policy gives each layer | cores, (3).</param>
/// <param name="Busy">Tasks that run, by layer, (3).</param>
public sealed record CampaignMoment(double Time, int Cores, double[] Shares, int[] Busy)
{
    /// <summary>Time for which cores were held so far | core-seconds.</summary>
    public double Held { get; init; }

    /// <summary>Time for which they had a task | core-seconds.</summary>
    public double Used { get; init; }

    /// <summary>Simulations begun, failures counted.</summary>
    public int Simulations { get; init; }

    /// <summary>Simulations that may be begun in all.</summary>
    public int Budget { get; init; }

    /// <summary>Labels known.</summary>
    public int Labels { get; init; }

    /// <summary>Hits found.</summary>
    public int Hits { get; init; }

    /// <summary>Attempts that gave no label.</summary>
    public int Failures { get; init; }

    /// <summary>Models that have begun to choose.</summary>
    public int Models { get; init; }

    /// <summary>Decisions of the policy.</summary>
    public int Decisions { get; init; }

    /// <summary>Time of the median decision | µs; 0 before the first. The mean would say how often another process had the core.</summary>
    public double DecisionMicroseconds { get; init; }

    /// <summary>What an operator would want to know; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Who divides; null where that is as before.</summary>
    public string? Policy { get; init; }

    /// <summary>Why the campaign ended at this moment; null where it did not.</summary>
    public string? Ended { get; init; }

    /// <summary>Share of the held time in which cores had a task | 0 to 1.</summary>
    public double Utilisation => Held > 0 ? Math.Min(1, Used / Held) : 0;
}
