namespace MatNotebooks.Models.Baselines;

/// <summary>The shape of a <see cref="SchNetModel"/>. The defaults are the publication's.</summary>
public sealed record SchNetOptions : NetworkOptions
{
    /// <summary>Interactions, at least 0. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Layers { get; init => field = AtLeast(0, value, nameof(Layers)); } = 3;

    /// <summary>The ruler of edges. The default is 50 Gaussians from 0 to 5 Å.</summary>
    public AngstromDistances Distances { get; init; } = new() { Cutoff = 5, Gaussians = 50 };
}
