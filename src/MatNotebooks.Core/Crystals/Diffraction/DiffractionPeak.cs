using System.Collections.Immutable;

namespace MatNotebooks.Crystals.Diffraction;

/// <summary>What a powder reflects at one angle.</summary>
/// <param name="TwoTheta">Scattering angle 2θ | degrees.</param>
/// <param name="Spacing">Distance of the reflecting lattice planes | Å.</param>
/// <param name="Intensity">Intensity | the pattern's greatest is 100.</param>
/// <param name="Families">The planes that reflect, the family with the greatest indices first.</param>
public sealed record DiffractionPeak(double TwoTheta, double Spacing, double Intensity, ImmutableArray<PlaneFamily> Families)
{
    /// <summary>How many planes reflect, both sides of each counted.</summary>
    public int Multiplicity => Families.Sum(family => family.Multiplicity);

    /// <summary>Indices of the families, such as "333, 511".</summary>
    public string Label => string.Join(", ", Families.Select(family => family.Planes));

    /// <summary>One line with the numbers of the peak.</summary>
    public override string ToString() => $"{Label} at 2θ {TwoTheta:0.00}°, d {Spacing:0.000} Å, {Intensity:0.0} of 100";
}
