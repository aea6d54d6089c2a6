namespace MatNotebooks.Models.Baselines;

/// <summary>The shape of an <see cref="InformerModel"/>.</summary>
public sealed record InformerOptions : SequenceOptions
{
    /// <summary>Encoder layers, at least 1; between any two the sequence is halved. The default is 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Layers { get; init => field = AtLeast(1, value, nameof(Layers)); } = 2;

    /// <summary>Heads of the attention, at least 1; the width must be a multiple of them. The default is 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Heads { get; init => field = AtLeast(1, value, nameof(Heads)); } = 4;

    /// <summary>
    /// Of L elements, Factor × ⌈ln L⌉ attend, at least 1. The default is 1. The publication's 5 is for sequences of hundreds: of a dozen
    /// elements, all would attend.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Factor { get; init => field = AtLeast(1, value, nameof(Factor)); } = 1;
}
