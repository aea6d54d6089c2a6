using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Sources;

/// <summary>One calculation of the octet table.</summary>
public sealed record OctetRecord
{
    /// <summary>Name in the table, such as "octet-MgO-rocksalt-4.1764".</summary>
    public required string Id { get; init; }

    /// <summary>The compound, such as "MgO" or "SiSi".</summary>
    public required string Compound { get; init; }

    /// <summary>Its structure.</summary>
    public required Prototype Prototype { get; init; }

    /// <summary>Edge of the conventional cubic cell | Å.</summary>
    public required double LatticeConstant { get; init; }

    /// <summary>The primitive cell: two atoms, one formula unit.</summary>
    public required Crystal Crystal { get; init; }

    /// <summary>Energy | eV per formula unit; only differences between rows mean something.</summary>
    public required double Energy { get; init; }

    /// <summary>Kohn–Sham gap between any two k-points | eV; 0 when closed.</summary>
    public required double Gap { get; init; }

    /// <summary>Smallest Kohn–Sham gap at one k-point | eV; 0 when closed.</summary>
    public required double DirectGap { get; init; }

    /// <summary>−tr(σ)/3 | GPa, with the stress of a finite basis in it.</summary>
    public required double Pressure { get; init; }

    /// <summary>k-points after symmetry.</summary>
    public required int IrreducibleKPoints { get; init; }

    /// <summary>Processor time it took | s.</summary>
    public required double CoreSeconds { get; init; }

    /// <summary>Volume of the primitive cell | Å³.</summary>
    public double Volume => Prototype.PrimitiveVolume(LatticeConstant);
}
