namespace MatNotebooks.Models.Baselines;

/// <summary>The shape of a <see cref="GruModel"/>.</summary>
public sealed record GruOptions : SequenceOptions
{
    /// <summary>Recurrent layers, at least 1. The default is 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Layers { get; init => field = AtLeast(1, value, nameof(Layers)); } = 2;
}
