namespace MatNotebooks.Frameworks.PgGos.Quality;

/// <summary>How good generated crystals are by CDVAE's protocol (Xie et al., ICLR 2022, arXiv:2110.06197).</summary>
/// <param name="Generated">How many were generated.</param>
/// <param name="StructureValid">Share whose structure is valid (<see cref="StructureValidity"/>) | no unit, 0 to 1.</param>
/// <param name="CompositionValid">Share whose composition is valid (<see cref="CompositionValidity"/>) | no unit, 0 to 1.</param>
/// <param name="Valid">Share valid in both ways | no unit, 0 to 1.</param>
/// <param name="Coverage">How much of the test set lies near generated crystals, and of these near the test set.</param>
/// <param name="DensityDistance">Wasserstein distance of the densities of valid and of test crystals | g/cm³.</param>
/// <param name="ElementsDistance">Wasserstein distance of the numbers of elements of valid and of test crystals | elements.</param>
/// <param name="EnergyDistance">Wasserstein distance of predicted energies of valid and of test crystals | unit of the predictor; null without predictor.</param>
/// <param name="Unique">Share of the valid crystals that are no twin of one before | no unit, 0 to 1.</param>
/// <param name="Novel">Share of the valid crystals that are no twin of a training crystal | no unit, 0 to 1.</param>
public sealed record GenerationScore(
    int Generated, double StructureValid, double CompositionValid, double Valid, Coverage Coverage,
    double DensityDistance, double ElementsDistance, double? EnergyDistance, double Unique, double Novel)
{
    /// <summary>The shares in one line.</summary>
    public override string ToString() =>
        $"{Generated} crystals: valid structures {StructureValid:p1}, compositions {CompositionValid:p1}; recall {Coverage.Recall:p1}, precision {Coverage.Precision:p1}; unique {Unique:p1}, novel {Novel:p1}";
}
