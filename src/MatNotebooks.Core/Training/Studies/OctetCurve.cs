using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Models;
using MatNotebooks.Physics;

namespace MatNotebooks.Training.Studies;

/// <summary>The energy of one compound in one structure over the lattice constant, computed and predicted.</summary>
/// <param name="Computed">The calculations.</param>
/// <param name="Reference">Their Birch–Murnaghan curve.</param>
/// <param name="LatticeConstants">Where the prediction was asked, growing | Å.</param>
/// <param name="Energies">Predicted energies there | eV per formula unit.</param>
/// <param name="Predicted">Birch–Murnaghan curve around the lowest predicted energy; null where none lies inside.</param>
public sealed record OctetCurve(OctetSeries Computed, BirchMurnaghan Reference, double[] LatticeConstants, double[] Energies, BirchMurnaghan? Predicted)
{
    private const double Shortest = 0.82, Longest = 1.38, Step = 0.02; // nearest neighbours, in sums of covalent radii
    private const int Around = 3; // points on either side of the lowest that the curve is fitted to, 2 % apart: ± 6 %

    /// <summary>Predicted less computed lattice constant | Å; null without a predicted curve.</summary>
    public double? LatticeConstantError => Predicted is null
        ? null
        : Prototype.LatticeConstant(Predicted.Volume) - Prototype.LatticeConstant(Reference.Volume);

    /// <summary>Predicted less computed bulk modulus | GPa; null without a predicted curve.</summary>
    public double? BulkModulusError => Predicted?.BulkModulus - Reference.BulkModulus;

    /// <summary>
    /// Lattice constants to ask a prediction at: nearest neighbours from 0.82 to 1.38 sums of their covalent radii. The computed curve has
    /// no say in it.
    /// </summary>
    internal static double[] LatticeConstantsOf(OctetSeries series)
    {
        var atoms = series.Records[0].Crystal.Sites;
        var contact = ElementFacts.CovalentRadius(atoms[0].Element.Number) + ElementFacts.CovalentRadius(atoms[1].Element.Number);
        var nearest = series.Prototype == Prototype.Rocksalt ? 0.5 : Math.Sqrt(3) / 4; // of the lattice constant
        return [.. Enumerable.Range(0, (int)Math.Round((Longest - Shortest) / Step) + 1).Select(point => (Shortest + (point * Step)) * contact / nearest)];
    }

    /// <summary>Fits both curves.</summary>
    internal static OctetCurve Of(OctetSeries series, double[] latticeConstants, double[] energies)
    {
        var reference = EquationOfState.Fit(series.Volumes, series.Energies).Curve;
        var lowest = Enumerable.Range(1, energies.Length - 2)
            .Where(point => energies[point] < energies[point - 1] && energies[point] <= energies[point + 1])
            .OrderBy(point => energies[point])
            .FirstOrDefault(-1);
        BirchMurnaghan? predicted = null;
        if (lowest >= 0)
        {
            var (from, to) = (Math.Max(0, lowest - Around), Math.Min(energies.Length, lowest + Around + 1));
            double[] volumes = [.. latticeConstants[from..to].Select(Prototype.PrimitiveVolume)];
            if (EquationOfState.TryFit(volumes, energies.AsSpan(from, to - from), out var fit, out _)) predicted = fit.Curve;
        }
        return new(series, reference, latticeConstants, energies, predicted);
    }
}
