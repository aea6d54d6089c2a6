using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Graphs.Neighbors;

/// <summary>The sites of one crystal moved into its reduced cell, and by how much each was moved.</summary>
internal sealed class HomeAtoms
{
    private const double Farthest = 1e6; // cells from home; beyond, a coordinate keeps fewer than ten digits inside the cell
    private Cartesian[] positions = new Cartesian[64];
    private Fractional[] fractions = new Fractional[64];
    private CellShift[] moves = new CellShift[64];

    public ReducedCell Cell { get; } = new();

    public int Count { get; private set; }

    /// <summary>Positions inside the cell | Å, (atoms).</summary>
    public ReadOnlySpan<Cartesian> Positions => positions.AsSpan(0, Count);

    /// <summary>The same in units of the reduced vectors, (atoms).</summary>
    public ReadOnlySpan<Fractional> Fractions => fractions.AsSpan(0, Count);

    /// <summary>What was taken from each site's position, in the original lattice vectors, (atoms).</summary>
    public ReadOnlySpan<CellShift> Moves => moves.AsSpan(0, Count);

    /// <summary>Least and greatest fractional coordinate along each axis.</summary>
    public (Fractional Least, Fractional Greatest) Extent { get; private set; }

    public void Place(Lattice lattice, ImmutableArray<Site> sites)
    {
        Cell.Reduce(lattice);
        Count = sites.Length;
        Workspace.Grow(ref positions, Count);
        Workspace.Grow(ref fractions, Count);
        Workspace.Grow(ref moves, Count);
        var least = new Fractional(1, 1, 1);
        var greatest = new Fractional(0, 0, 0);
        for (var atom = 0; atom < Count; atom++)
        {
            var at = Place(lattice, sites[atom].Position, atom);
            least = new(Math.Min(least.A, at.A), Math.Min(least.B, at.B), Math.Min(least.C, at.C));
            greatest = new(Math.Max(greatest.A, at.A), Math.Max(greatest.B, at.B), Math.Max(greatest.C, at.C));
        }
        Extent = (least, greatest);
    }

    private Fractional Place(Lattice lattice, Fractional given, int atom)
    {
        if (Math.Max(Math.Max(Math.Abs(given.A), Math.Abs(given.B)), Math.Abs(given.C)) > Farthest)
            throw new ArgumentException($"site {atom + 1} at {given} is more than {Farthest:g2} cells away; move it into the cell.");
        var first = new CellShift((int)Math.Floor(given.A), (int)Math.Floor(given.B), (int)Math.Floor(given.C));
        var inside = lattice.ToCartesian(new(given.A - first.A, given.B - first.B, given.C - first.C));
        var reduced = Cell.ToFractional(inside);
        var second = new CellShift((int)Math.Floor(reduced.A), (int)Math.Floor(reduced.B), (int)Math.Floor(reduced.C));
        fractions[atom] = new(reduced.A - second.A, reduced.B - second.B, reduced.C - second.C);
        positions[atom] = Cell.ToCartesian(fractions[atom]);
        moves[atom] = first + Cell.ToOriginal(second);
        return fractions[atom];
    }
}
