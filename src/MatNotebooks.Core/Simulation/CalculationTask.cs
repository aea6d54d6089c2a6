using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation;

/// <summary>One thing to compute: a crystal or a molecule, and what to find out about it.</summary>
public sealed record CalculationTask
{
    private CalculationTask(CalculationKind kind, Crystal? crystal, Molecule? molecule) => (Kind, Crystal, Molecule) = (kind, crystal, molecule);

    /// <summary>What to find out.</summary>
    public CalculationKind Kind { get; }

    /// <summary>The crystal; null where it is about a molecule.</summary>
    public Crystal? Crystal { get; }

    /// <summary>The molecule; null where it is about a crystal.</summary>
    public Molecule? Molecule { get; }

    /// <summary>Name of the crystal or molecule, else its formula.</summary>
    public string Name => Crystal is null ? Molecule!.Id ?? Molecule.Formula : Crystal.Id ?? Crystal.Composition.ReducedFormula;

    /// <summary>The elements in the order of the sites or atoms; of a shared site the one with most of it.</summary>
    public ImmutableArray<Element> Elements =>
        Crystal is null ? [.. Molecule!.Atoms.Select(atom => atom.Element)] : [.. Crystal.Sites.Select(site => site.Element)];

    /// <summary>Energy of a crystal as it stands.</summary>
    public static CalculationTask SinglePoint(Crystal crystal) => new(CalculationKind.SinglePoint, crystal, null);

    /// <summary>Energy of a molecule as it stands.</summary>
    public static CalculationTask SinglePoint(Molecule molecule) => new(CalculationKind.SinglePoint, null, molecule);

    /// <summary>Relaxed positions in the crystal's cell.</summary>
    public static CalculationTask Relaxation(Crystal crystal) => new(CalculationKind.Relaxation, crystal, null);

    /// <summary>Relaxed positions of a molecule.</summary>
    public static CalculationTask Relaxation(Molecule molecule) => new(CalculationKind.Relaxation, null, molecule);

    /// <summary>Relaxed positions and cell of a crystal.</summary>
    public static CalculationTask CellRelaxation(Crystal crystal) => new(CalculationKind.CellRelaxation, crystal, null);

    /// <summary>Relaxed positions of a molecule and its vibrations.</summary>
    public static CalculationTask Frequencies(Molecule molecule) => new(CalculationKind.Frequencies, null, molecule);

    /// <summary>The energy of a crystal as it stands, where a task is asked for.</summary>
    public static implicit operator CalculationTask(Crystal crystal) => SinglePoint(crystal);

    /// <summary>The energy of a molecule as it stands, where a task is asked for.</summary>
    public static implicit operator CalculationTask(Molecule molecule) => SinglePoint(molecule);

    /// <summary>One site that several species share, which no calculation takes; null where there is none.</summary>
    internal string? SharedSite => Crystal?.Sites.FirstOrDefault(site => !site.IsOrdered) is { } shared
        ? $"Crystal {Crystal.Id ?? "without id"} has a partly occupied site at {shared.Position}; a calculation needs every site filled by one element."
        : null;
}
