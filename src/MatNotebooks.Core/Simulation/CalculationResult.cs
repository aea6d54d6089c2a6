using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation;

/// <summary>What a calculation gave. A quantity the program does not compute is null, never 0.</summary>
public sealed record CalculationResult
{
    /// <summary>Total energy of the cell or molecule | eV, counted from the program's own reference.</summary>
    public required double Energy { get; init; }

    /// <summary>Forces on the atoms in their order | eV/Å; empty where the program was not asked.</summary>
    public ImmutableArray<Cartesian> Forces { get; init; } = [];

    /// <summary>Stress on the cell.</summary>
    public StressTensor? Stress { get; init; }

    /// <summary>−tr(σ)/3 | GPa; positive when the crystal wants to grow.</summary>
    public double? Pressure => Stress?.Pressure;

    /// <summary>Gap between the highest filled and the lowest empty level | eV; 0 when closed.</summary>
    public double? Gap { get; init; }

    /// <summary>The smallest gap at one k-point | eV; 0 when closed.</summary>
    public double? DirectGap { get; init; }

    /// <summary>The highest filled level of a molecule | eV against the vacuum.</summary>
    public double? Homo { get; init; }

    /// <summary>The lowest empty level of a molecule | eV against the vacuum.</summary>
    public double? Lumo { get; init; }

    /// <summary>Length of the electric dipole moment of a molecule | D (debye).</summary>
    public double? Dipole { get; init; }

    /// <summary>Static polarisability of a molecule, a third of the trace | Å³.</summary>
    public double? Polarizability { get; init; }

    /// <summary>Wave numbers of the vibrations in rising order, motions as a whole left out | cm⁻¹; imaginary ones are negative.</summary>
    public ImmutableArray<double> Frequencies { get; init; } = [];

    /// <summary>The crystal the result belongs to: relaxed where that was asked.</summary>
    public Crystal? Crystal { get; init; }

    /// <summary>The molecule the result belongs to: relaxed where that was asked.</summary>
    public Molecule? Molecule { get; init; }

    /// <summary>Number of k-points after symmetry.</summary>
    public int? IrreducibleKPoints { get; init; }

    /// <summary>Processor time | s.</summary>
    public required double CoreSeconds { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required CalculationSource Source { get; init; }
}
