using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Sources;

/// <summary>One compound in one structure over the lattice constant.</summary>
/// <param name="Compound">The compound, such as "MgO".</param>
/// <param name="Prototype">Its structure.</param>
/// <param name="Records">Its calculations by growing lattice constant, at least one.</param>
public sealed record OctetSeries(string Compound, Prototype Prototype, IReadOnlyList<OctetRecord> Records)
{
    /// <summary>Lattice constants, growing | Å.</summary>
    public double[] LatticeConstants => [.. Records.Select(record => record.LatticeConstant)];

    /// <summary>Volumes of the primitive cell | Å³.</summary>
    public double[] Volumes => [.. Records.Select(record => record.Volume)];

    /// <summary>Energies | eV per formula unit.</summary>
    public double[] Energies => [.. Records.Select(record => record.Energy)];

    /// <summary>Compound and structure, such as "MgO rocksalt".</summary>
    public override string ToString() => $"{Compound} {Prototype}";
}
