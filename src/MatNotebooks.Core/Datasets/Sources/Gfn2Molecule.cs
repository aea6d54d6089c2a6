using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Sources;

/// <summary>One molecule of the table of small molecules.</summary>
public sealed record Gfn2Molecule
{
    /// <summary>SMILES, such as "CCO".</summary>
    public required string Smiles { get; init; }

    /// <summary>The relaxed molecule: heavy atoms first.</summary>
    public required Molecule Molecule { get; init; }

    /// <summary>Total energy | eV, of valence electrons.</summary>
    public required double Energy { get; init; }

    /// <summary>Highest filled level | eV.</summary>
    public required double Homo { get; init; }

    /// <summary>Lowest empty level | eV.</summary>
    public required double Lumo { get; init; }

    /// <summary>Lowest empty less highest filled level | eV.</summary>
    public double Gap => Lumo - Homo;

    /// <summary>Length of the dipole moment | D.</summary>
    public required double Dipole { get; init; }

    /// <summary>Static polarisability | Å³.</summary>
    public required double Polarizability { get; init; }

    /// <summary>Energy of the harmonic vibrations at rest | eV.</summary>
    public required double ZeroPointEnergy { get; init; }

    /// <summary>Wave numbers of the vibrations in rising order, to 1 cm⁻¹ | cm⁻¹; empty for none.</summary>
    public required ImmutableArray<double> Frequencies { get; init; }
}
