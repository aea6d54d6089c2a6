namespace MatNotebooks.Chemistry;

/// <summary>Size and hardness of an element, from which the length of a bond of valence 1 follows for any pair. Source: O'Keeffe and Brese, J. Am. Chem. Soc. 113, 3226 (1991).</summary>
/// <param name="Radius">r | Å.</param>
/// <param name="Hardness">c, close to the electronegativity of Allred and Rochow | no unit.</param>
public sealed record BondValenceSize(double Radius, double Hardness)
{
    /// <summary>Length of a bond of valence 1 to another element | Å.</summary>
    public double UnitBond(BondValenceSize other) => Radius + other.Radius
        - (Radius * other.Radius * Math.Pow(Math.Sqrt(Hardness) - Math.Sqrt(other.Hardness), 2) / ((Hardness * Radius) + (other.Hardness * other.Radius)));
}
