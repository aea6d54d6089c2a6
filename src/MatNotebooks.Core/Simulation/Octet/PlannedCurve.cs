using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Octet;

/// <summary>One compound in one structure; its energies over the lattice constant are a curve.</summary>
/// <param name="Compound">The compound.</param>
/// <param name="Prototype">The structure.</param>
public sealed record PlannedCurve(OctetCompound Compound, Prototype Prototype)
{
    /// <summary>The curves of the table: both structures of every compound, 164 in a fixed order.</summary>
    public static IEnumerable<PlannedCurve> All =>
        from compound in OctetCompound.All
        from prototype in new[] { Prototype.Rocksalt, Prototype.Zincblende }
        select new PlannedCurve(compound, prototype);

    /// <summary>Compound and structure, such as "MgO rocksalt".</summary>
    public override string ToString() => $"{Compound} {Prototype}";
}
