namespace MatNotebooks.Bench.Results;

/// <summary>One measured number.</summary>
/// <param name="Case">What was measured, such as "neighbors" or the peer beside it.</param>
/// <param name="Metric">Which number, such as "crystals_per_s".</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; "1" for a pure number.</param>
internal sealed record ResultRow(string Case, string Metric, double Value, string Unit)
{
    /// <summary>Lower end of the 95 % interval over seeds, or the least of repeated timings.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the 95 % interval over seeds, or the greatest of repeated timings.</summary>
    public double? Upper { get; init; }

    /// <summary>How many seeds, folds or repetitions stand behind the value.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>How many threads computed it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Machine, or where a quoted number stands; null for this machine.</summary>
    public string? Machine { get; init; }

    /// <summary>Commit of the sources that computed it; null for those that run now.</summary>
    public string? Commit { get; init; }
}
