namespace MatNotebooks.Models;

/// <summary>
/// Distances in units of the sum of the two covalent radii, so that a bond at rest is about 1 for every pair of elements: what is
/// learned of one pair serves another. 16 Gaussians by default.
/// </summary>
public sealed record ReducedDistances() : DistanceScale(gaussians: 16)
{
    /// <summary>How far atoms are heard, in sums of their radii, greater than 1; <see cref="DistanceScale.Cutoff"/> holds as well. The default is 2.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 1.</exception>
    public double Reach
    {
        get;
        init => field = value > 1 ? value : throw new ArgumentOutOfRangeException(nameof(Reach), $"Reach is {value}; it must be greater than 1. Usual values are 2 to 3.");
    } = 2.2;

    internal override (double First, double Last) Range => (0.6, Reach);

    internal override float UnitOf(int receiver, int sender) => (float)(ElementFacts.CovalentRadius(receiver) + ElementFacts.CovalentRadius(sender));
}
