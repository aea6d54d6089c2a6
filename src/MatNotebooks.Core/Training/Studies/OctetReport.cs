using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Metrics;
using MatNotebooks.Physics;

namespace MatNotebooks.Training.Studies;

/// <summary>How well the energies of compounds were predicted that were never learned from.</summary>
/// <param name="Rows">The calculations, in the order of the table.</param>
/// <param name="Predicted">Predicted energy of each | eV per formula unit.</param>
/// <param name="Curves">Each compound and structure.</param>
public sealed record OctetReport(IReadOnlyList<OctetRecord> Rows, double[] Predicted, IReadOnlyList<OctetCurve> Curves)
{
    private const int AtomsPerFormula = 2;
    private const double MilliPerUnit = 1000;

    /// <summary>Mean absolute error of the energies | meV/atom.</summary>
    public double EnergyError => MilliPerUnit / AtomsPerFormula * Regression.MeanAbsoluteError(Predicted, [.. Rows.Select(row => row.Energy)]);

    /// <summary>Mean absolute error of the lattice constants at lowest energy, over the curves that have one | Å.</summary>
    public double LatticeConstantError => Curves.Select(curve => curve.LatticeConstantError).OfType<double>().Average(Math.Abs);

    /// <summary>Mean absolute error of the bulk moduli, over the curves that have one | GPa.</summary>
    public double BulkModulusError => Curves.Select(curve => curve.BulkModulusError).OfType<double>().Average(Math.Abs);

    /// <summary>Curves whose prediction has no minimum inside; they have no lattice constant and no bulk modulus.</summary>
    public int CurvesWithoutMinimum => Curves.Count(curve => curve.Predicted is null);

    /// <summary>The compounds whose two structures both have a predicted curve: computed and predicted comparison.</summary>
    public IReadOnlyList<(string Compound, PhaseComparison Computed, PhaseComparison Predicted)> Phases =>
    [
        .. from curve in Curves
           where curve.Computed.Prototype == Prototype.Rocksalt
           let other = Curves.FirstOrDefault(one => one.Computed.Compound == curve.Computed.Compound && one.Computed.Prototype == Prototype.Zincblende)
           where curve.Predicted is not null && other?.Predicted is not null
           select (curve.Computed.Compound, new PhaseComparison(curve.Reference, other.Reference), new PhaseComparison(curve.Predicted!, other.Predicted!)),
    ];

    /// <summary>Share of those compounds whose stable structure is predicted | 0 to 1.</summary>
    public double PhaseAccuracy => Phases.Average(phase => phase.Computed.Stable == phase.Predicted.Stable ? 1.0 : 0);

    /// <summary>Mean absolute error of E(rocksalt) − E(zincblende) | meV/atom.</summary>
    public double PhaseEnergyError =>
        Phases.Average(phase => Math.Abs(phase.Computed.EnergyDifference - phase.Predicted.EnergyDifference)) * MilliPerUnit / AtomsPerFormula;
}
