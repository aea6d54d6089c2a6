using System.Globalization;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Octet;

/// <summary>A compound in a structure at a lattice constant: what one calculation is about.</summary>
/// <param name="Curve">Compound and structure.</param>
/// <param name="LatticeConstant">Edge of the conventional cubic cell | Å, rounded to 0.0001 Å.</param>
public sealed record OctetPoint(PlannedCurve Curve, double LatticeConstant)
{
    /// <summary>Name in the table, such as "octet-MgO-rocksalt-4.1764".</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"octet-{Curve.Compound}-{Curve.Prototype}-{LatticeConstant:F4}");

    /// <summary>The primitive cell, two atoms.</summary>
    public Crystal Crystal => Curve.Prototype.Primitive(Curve.Compound.First, Curve.Compound.Second, LatticeConstant, Id);

    /// <summary>The point of a name in the table; null when the name is not of this form or not of the table.</summary>
    public static OctetPoint? Parse(string id)
    {
        if (id.Split('-') is not ["octet", var compound, var prototype, var constant]) return null;
        var curve = PlannedCurve.All.FirstOrDefault(c => c.Compound.ToString() == compound && c.Prototype.Name == prototype);
        return curve is not null && double.TryParse(constant, CultureInfo.InvariantCulture, out var value) ? new(curve, value) : null;
    }
}
