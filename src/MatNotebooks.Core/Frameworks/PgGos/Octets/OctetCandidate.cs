using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Models;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>An octet compound in one structure that a search may choose; its id is that of the curve, such as "MgO rocksalt".</summary>
public sealed record OctetCandidate : Candidate
{
    /// <summary>Takes a curve.</summary>
    /// <param name="curve">Compound and structure.</param>
    /// <param name="start">Lattice constant to begin a calculation with | Å, greater than 0. The default puts nearest neighbours as far apart, in sums of covalent radii, as they are in the median of the octet table: 1.10 in rocksalt, 1.03 in zincblende.</param>
    public OctetCandidate(PlannedCurve curve, double? start = null)
        : this(curve, curve.Prototype.Primitive(curve.Compound.First, curve.Compound.Second, start ?? Usual(curve), curve.ToString())) =>
        Start = start ?? Usual(curve);

    private OctetCandidate(PlannedCurve curve, Crystal crystal)
        : base(curve.ToString(), crystal.Composition, crystal) => Curve = curve;

    /// <summary>Compound and structure.</summary>
    public PlannedCurve Curve { get; }

    /// <summary>Lattice constant to begin a calculation with | Å.</summary>
    public double Start { get; }

    /// <summary>The lattice constant at which nearest neighbours are as far apart as their covalent radii together | Å.</summary>
    internal static double Contact(PlannedCurve curve)
    {
        var nearest = curve.Prototype == Prototype.Rocksalt ? 0.5 : Math.Sqrt(3) / 4; // of the lattice constant
        return curve.Compound.Elements.Sum(element => ElementFacts.CovalentRadius(element.Number)) / nearest;
    }

    private static double Usual(PlannedCurve curve) => Contact(curve) * (curve.Prototype == Prototype.Rocksalt ? 1.10 : 1.03);
}
