namespace MatNotebooks.Physics;

/// <summary>A product of a decomposition.</summary>
/// <param name="Phase">The stable phase.</param>
/// <param name="Fraction">Share of the atoms that it takes | no unit, greater than 0, at most 1.</param>
public readonly record struct PhaseShare(Phase Phase, double Fraction)
{
    /// <summary>Share and formula, such as "0.40 Li2O".</summary>
    public override string ToString() => $"{Fraction:0.##} {Phase.Formula}";
}
