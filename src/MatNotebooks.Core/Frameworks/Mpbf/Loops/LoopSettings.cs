namespace MatNotebooks.Frameworks.Mpbf.Loops;

/// <summary>A closed loop on recorded labels.</summary>
public sealed record LoopSettings
{
    /// <summary>Labels to begin with, all of one region of the embedding, at least 10. The default is 30.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 10.</exception>
    public int Start { get; init => field = AtLeast(10, value, nameof(Start)); } = 30;

    /// <summary>Labels of a round, at least 2. The default is 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int Batch { get; init => field = AtLeast(2, value, nameof(Batch)); } = 10;

    /// <summary>Rounds, at least 1. The default is 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Rounds { get; init => field = AtLeast(1, value, nameof(Rounds)); } = 20;

    /// <summary>Share of the candidates that are hits, greater than 0, at most 0.5. The default is 0.02.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 0.5].</exception>
    public double HitShare
    {
        get;
        init => field = value is > 0 and <= 0.5 ? value : throw new ArgumentOutOfRangeException(nameof(HitShare), $"HitShare is {value}; it must be in (0, 0.5].");
    } = 0.02;

    /// <summary>Drift beyond which a batch goes beyond the known: as with boundaries, twice the usual error. The default is 2.</summary>
    public double DriftLimit { get; init; } = 2;

    /// <summary>Regions of the embedding, by k-means, at least 2. The default is 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int Regions { get; init => field = AtLeast(2, value, nameof(Regions)); } = 12;

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {least}.");
}
