namespace MatNotebooks.Models.Baselines;

/// <summary>The shape of a <see cref="TransformerModel"/>.</summary>
public sealed record TransformerOptions : SequenceOptions
{
    /// <summary>Encoder layers, at least 1. The default is 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Layers { get; init => field = AtLeast(1, value, nameof(Layers)); } = 2;

    /// <summary>Heads of the attention, at least 1; the width must be a multiple of them. The default is 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Heads { get; init => field = AtLeast(1, value, nameof(Heads)); } = 4;
}
