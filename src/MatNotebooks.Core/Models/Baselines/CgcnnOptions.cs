namespace MatNotebooks.Models.Baselines;

/// <summary>The shape of a <see cref="CgcnnModel"/>. The defaults are the publication's.</summary>
public sealed record CgcnnOptions : NetworkOptions
{
    /// <summary>Convolutions, at least 0. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Layers { get; init => field = AtLeast(0, value, nameof(Layers)); } = 3;

    /// <summary>Width of the hidden layer after pooling, at least 1. The default is 128.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int HiddenWidth { get; init => field = AtLeast(1, value, nameof(HiddenWidth)); } = 128;

    /// <summary>The ruler of edges. The default is 41 Gaussians from 0 to 8 Å.</summary>
    public DistanceScale Distances { get; init; } = new AngstromDistances();
}
