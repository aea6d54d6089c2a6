namespace MatNotebooks.Graphs;

/// <summary>Which atoms of a crystal are neighbours.</summary>
public sealed record GraphOptions
{
    /// <summary>Greatest distance between neighbours | Å, greater than 0 and finite. The default is 8.</summary>
    /// <remarks>A pair at the cutoff itself is kept, with 1e-8 Å to spare, so that rounding does not split a shell.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0, or not finite.</exception>
    public double Cutoff
    {
        get;
        init => field = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Cutoff), $"Cutoff is {value} Å; it must be greater than 0 and finite. Usual values are 4 to 8 Å.");
    } = 8;

    /// <summary>How many nearest neighbours an atom keeps, at least 1; null keeps all within the cutoff. The default is 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? MaxNeighbors
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MaxNeighbors), $"MaxNeighbors is {value}; it must be at least 1, or null for all within the cutoff.");
    } = 12;

    /// <summary>What happens to neighbours as far away as the last one kept. The default is <see cref="TieRule.KeepShell"/>.</summary>
    public TieRule Ties { get; init; }
}
