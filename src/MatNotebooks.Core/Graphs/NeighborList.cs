using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs.Neighbors;

namespace MatNotebooks.Graphs;

/// <summary>
/// All pairs of neighbours of one crystal, periodic images included, grouped by receiving atom, nearest first (of equals first the lower
/// site index, then the lower shift). Every pair stands twice, once from either end, as long as neither end's nearest leave it out.
/// </summary>
/// <remarks>An atom with no other within the cutoff has no edge: <see cref="FirstEdge"/> stands still there.</remarks>
public sealed class NeighborList
{
    private NeighborList(NeighborSearch search, int atoms)
    {
        var firstEdge = new int[atoms + 1];
        var senders = ImmutableArray.CreateBuilder<int>(search.Count);
        var receivers = ImmutableArray.CreateBuilder<int>(search.Count);
        var distances = ImmutableArray.CreateBuilder<double>(search.Count);
        var displacements = ImmutableArray.CreateBuilder<Cartesian>(search.Count);
        var shifts = ImmutableArray.CreateBuilder<CellShift>(search.Count);
        for (var atom = 0; atom < atoms; atom++)
        {
            foreach (var neighbor in search.Of(atom))
            {
                receivers.Add(atom);
                senders.Add(neighbor.Sender);
                distances.Add(neighbor.Distance);
                displacements.Add(new(neighbor.X, neighbor.Y, neighbor.Z));
                shifts.Add(neighbor.Shift);
            }
            firstEdge[atom + 1] = senders.Count;
        }
        FirstEdge = ImmutableArray.Create(firstEdge);
        (Senders, Receivers) = (senders.MoveToImmutable(), receivers.MoveToImmutable());
        (Distances, Displacements, Shifts) = (distances.MoveToImmutable(), displacements.MoveToImmutable(), shifts.MoveToImmutable());
    }

    /// <summary>How many edges there are.</summary>
    public int Count => Senders.Length;

    /// <summary>Where each atom's edges begin, (atoms + 1): atom i receives edges FirstEdge[i] to FirstEdge[i + 1] − 1.</summary>
    public ImmutableArray<int> FirstEdge { get; }

    /// <summary>Site that receives each edge, ascending, (edges).</summary>
    public ImmutableArray<int> Receivers { get; }

    /// <summary>Site at the other end of each edge, (edges).</summary>
    public ImmutableArray<int> Senders { get; }

    /// <summary>Length of each edge | Å, (edges).</summary>
    public ImmutableArray<double> Distances { get; }

    /// <summary>Vector from receiver to sender | Å, (edges): position(sender) + shift − position(receiver).</summary>
    public ImmutableArray<Cartesian> Displacements { get; }

    /// <summary>Lattice vectors added to the sender's position as it was given, (edges).</summary>
    public ImmutableArray<CellShift> Shifts { get; }

    /// <summary>Finds all neighbours.</summary>
    /// <exception cref="ArgumentException">Two atoms less than 0.01 Å apart, or a cutoff that would give more than 20 million pairs.</exception>
    public static NeighborList Find(Crystal crystal, GraphOptions options) =>
        new(NeighborSearch.Run(crystal, options), crystal.Sites.Length);
}
