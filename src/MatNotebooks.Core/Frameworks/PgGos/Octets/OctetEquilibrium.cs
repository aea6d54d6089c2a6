using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Physics;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>An octet compound in one structure at the lattice constant of least energy.</summary>
/// <param name="Curve">Compound and structure.</param>
/// <param name="LatticeConstant">Edge of the conventional cubic cell | Å.</param>
/// <param name="BulkModulus">By the Birch–Murnaghan curve of the energies | GPa.</param>
/// <param name="Gap">Kohn–Sham gap, along a line between the calculations on both sides | eV, 0 when closed.</param>
public sealed record OctetEquilibrium(PlannedCurve Curve, double LatticeConstant, double BulkModulus, double Gap)
{
    /// <summary>What can be asked for of an octet compound, all at the lattice constant of least energy: lattice_constant (Å), bulk_modulus (GPa) and band_gap (eV).</summary>
    public static ImmutableArray<PropertyKey> Properties { get; } =
        [new("lattice_constant", "Å", Extent.Intensive), new("bulk_modulus", "GPa", Extent.Intensive), new("band_gap", "eV", Extent.Intensive)];

    /// <summary>Value by name of the property | the unit <see cref="Properties"/> give it.</summary>
    public ImmutableDictionary<string, double> Values => Properties.Select(property => property.Name).Zip([LatticeConstant, BulkModulus, Gap])
        .ToImmutableDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The equilibria of a table, in its order; series whose energies enclose no minimum are left out.</summary>
    public static IReadOnlyList<OctetEquilibrium> Of(OctetDataset table)
    {
        var found = new List<OctetEquilibrium>();
        foreach (var series in table.Series)
            if (TryFit(CurveOf(series), [.. series.Records.Select(record => (record.LatticeConstant, record.Energy, record.Gap))], out var equilibrium, out _))
                found.Add(equilibrium);
        return found;
    }

    /// <summary>Fits the energies of a curve.</summary>
    /// <param name="curve">Compound and structure.</param>
    /// <param name="points">Lattice constants (Å), energies (eV per formula unit) and gaps (eV), in any order.</param>
    /// <param name="found">The equilibrium; null when there is none.</param>
    /// <param name="refusal">Why there is none; null when there is one.</param>
    public static bool TryFit(
        PlannedCurve curve, IReadOnlyCollection<(double LatticeConstant, double Energy, double Gap)> points,
        [NotNullWhen(true)] out OctetEquilibrium? found, [NotNullWhen(false)] out string? refusal)
    {
        found = null;
        var sorted = points.OrderBy(point => point.LatticeConstant).ToArray();
        double[] volumes = [.. sorted.Select(point => Prototype.PrimitiveVolume(point.LatticeConstant))], energies = [.. sorted.Select(point => point.Energy)];
        if (!EquationOfState.TryFit(volumes, energies, out var fit, out refusal)) return false;
        var constant = Prototype.LatticeConstant(fit.Curve.Volume);
        var right = Math.Max(1, Array.FindIndex(sorted, point => point.LatticeConstant >= constant)); // the fit lies inside the points
        var (before, after) = (sorted[right - 1], sorted[right]);
        var share = (constant - before.LatticeConstant) / (after.LatticeConstant - before.LatticeConstant);
        found = new(curve, constant, fit.Curve.BulkModulus, Math.Max(0, before.Gap + (share * (after.Gap - before.Gap))));
        return true;
    }

    /// <summary>The curve of a series of the table.</summary>
    internal static PlannedCurve CurveOf(OctetSeries series)
    {
        var sites = series.Records[0].Crystal.Sites;
        return new(new(sites[0].Element.Symbol, sites[1].Element.Symbol), series.Prototype);
    }
}
