namespace MatNotebooks.Models.Baselines;

/// <summary>The shape of a <see cref="TcnModel"/>.</summary>
public sealed record TcnOptions : SequenceOptions
{
    /// <summary>Blocks of two convolutions, the dilation doubled from one to the next, at least 1. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Layers { get; init => field = AtLeast(1, value, nameof(Layers)); } = 3;

    /// <summary>Steps a convolution hears, at least 2. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int KernelSize { get; init => field = AtLeast(2, value, nameof(KernelSize)); } = 3;
}
