using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Physics.Constraints;

/// <summary>The strain energy that the elastic solver found for a sample under a mean strain (Eq. 23).</summary>
/// <param name="Sample">The row of the prediction it belongs to | 0 or more.</param>
/// <param name="Strain">Mean strain, shears as engineering strains | no unit.</param>
/// <param name="EnergyDensity">Strain energy density | GPa, greater than 0.</param>
public sealed record SolvedEnergy(int Sample, VoigtVector Strain, double EnergyDensity)
{
    /// <summary>Takes strain and energy of a solution.</summary>
    /// <param name="sample">The row of the prediction it belongs to | 0 or more.</param>
    /// <param name="solution">A solved load.</param>
    public static SolvedEnergy Of(int sample, ElasticSolution solution) => new(sample, solution.MeanStrain, solution.StrainEnergyDensity);
}
