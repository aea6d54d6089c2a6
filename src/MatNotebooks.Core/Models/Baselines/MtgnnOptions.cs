namespace MatNotebooks.Models.Baselines;

/// <summary>The shape of a <see cref="MtgnnModel"/>. A channel's width is 16 and 4 numbers are learned per element unless told otherwise.</summary>
public sealed record MtgnnOptions : SequenceOptions
{
    /// <summary>The defaults.</summary>
    public MtgnnOptions() => (Width, LearnedElementWidth) = (16, 4);

    /// <summary>Rounds of convolution and messages, at least 1; the dilation doubles from one to the next. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Layers { get; init => field = AtLeast(1, value, nameof(Layers)); } = 3;

    /// <summary>Edges a message travels in a round, at least 1. The default is 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Hops { get; init => field = AtLeast(1, value, nameof(Hops)); } = 2;

    /// <summary>How many channels a channel hears at most, at least 1. The default is 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Neighbors { get; init => field = AtLeast(1, value, nameof(Neighbors)); } = 20;
}
