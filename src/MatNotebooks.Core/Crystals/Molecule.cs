using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <summary>Atoms in free space.</summary>
public sealed record Molecule
{
    /// <summary>Builds a molecule.</summary>
    /// <param name="atoms">The atoms, at least one.</param>
    /// <param name="id">Name in the source it came from. The default is none.</param>
    /// <exception cref="ArgumentException">No atom, or a coordinate that is not finite.</exception>
    public Molecule(ImmutableArray<Atom> atoms, string? id = null)
    {
        if (atoms.IsDefaultOrEmpty)
            throw new ArgumentException($"Molecule {id ?? "without id"} has no atom; it needs at least one.");
        foreach (var atom in atoms)
            if (!double.IsFinite(atom.Position.X + atom.Position.Y + atom.Position.Z))
                throw new ArgumentException($"Molecule {id ?? "without id"} has an atom at {atom.Position}; coordinates must be finite.");
        (Atoms, Id) = (atoms, id);
    }

    /// <summary>The atoms, at least one.</summary>
    public ImmutableArray<Atom> Atoms { get; }

    /// <summary>Name in the source it came from, where it has one.</summary>
    public string? Id { get; }

    /// <summary>What the molecule holds.</summary>
    public Composition Composition => new(Atoms.Select(atom => KeyValuePair.Create(atom.Element, 1.0)));

    /// <summary>Formula in Hill's order, such as "C2H6O".</summary>
    public string Formula => Composition.HillFormula;

    /// <summary>Distance between two atoms | Å.</summary>
    public double Distance(int first, int second) => (Atoms[first].Position - Atoms[second].Position).Length;

    /// <summary>The molecule in a cell, its coordinates kept.</summary>
    /// <param name="lattice">The lattice of the cell.</param>
    public Crystal In(Lattice lattice) =>
        new(lattice, [.. Atoms.Select(atom => new Site(atom.Element, lattice.ToFractional(atom.Position)))], Id);

    /// <summary>Whether the other molecule has the same atoms, in the same order, and id.</summary>
    public bool Equals(Molecule? other) => other is not null && Id == other.Id && Atoms.AsSpan().SequenceEqual(other.Atoms.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Atoms.Length, Atoms[0]);

    /// <summary>One line: formula and number of atoms.</summary>
    public override string ToString() =>
        $"{(Id is null ? "" : Id + ": ")}{Formula}, {Atoms.Length} atom{(Atoms.Length == 1 ? "" : "s")}";
}
