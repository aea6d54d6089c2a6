namespace MatNotebooks.Models.Baselines;

/// <summary>What every network is told that reads a crystal as a sequence of its elements.</summary>
/// <remarks>
/// The paper compares with models of sequences and does not say which sequence a crystal is. It must be one that the description of the
/// same crystal cannot change: neither the order of the sites in a file nor the choice of the cell. So there is one step per element, from
/// the least to the most electronegative as in formulas (elements without a value last, equals by atomic number), and a step says the
/// facts of the element, its share of the atoms, and the volume per atom. Cell lengths and angles are left out: the same crystal has as
/// many of them as it has cells.
/// </remarks>
public abstract record SequenceOptions : NetworkOptions
{
    private protected SequenceOptions()
    {
    }

    /// <summary>Numbers learned per element beside its facts, at least 0. The default is 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int LearnedElementWidth { get; init => field = AtLeast(0, value, nameof(LearnedElementWidth)); } = 16;

    /// <summary>Share of values dropped in training, in [0, 1). The default is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1).</exception>
    public double Dropout
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Dropout), $"Dropout is {value}; it must be in [0, 1).");
    } = 0.1;
}
