using MatNotebooks.Crystals;
using MatNotebooks.Graphs.Neighbors;

namespace MatNotebooks.Graphs;

/// <summary>A crystal as a network reads it: atoms, and directed edges grouped by the atom that receives them.</summary>
/// <remarks>
/// An atom with no other within the cutoff has no edge and stays in the graph. Of species that share a site, the one with the greatest
/// occupancy stands for it.
/// </remarks>
public sealed class CrystalGraph
{
    private readonly Lazy<EdgeShells> shells;

    private CrystalGraph(Crystal crystal, NeighborSearch search)
    {
        (Id, Volume) = (crystal.Id, crystal.Lattice.Volume);
        AtomicNumbers = new int[crystal.Sites.Length];
        FirstEdge = new int[AtomicNumbers.Length + 1];
        Senders = new int[search.Count];
        Distances = new float[search.Count];
        Displacements = new float[3 * search.Count];
        for (var atom = 0; atom < AtomicNumbers.Length; atom++)
        {
            AtomicNumbers[atom] = crystal.Sites[atom].Element.Number;
            FirstEdge[atom + 1] = Write(search.Of(atom), FirstEdge[atom]);
        }
        shells = new(() => EdgeShells.Of(FirstEdge, Senders, Distances), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>A graph of known parts.</summary>
    internal CrystalGraph(string? id, double volume, int[] atomicNumbers, int[] firstEdge, int[] senders, float[] distances, float[] displacements)
    {
        (Id, Volume, AtomicNumbers, FirstEdge) = (id, volume, atomicNumbers, firstEdge);
        (Senders, Distances, Displacements) = (senders, distances, displacements);
        shells = new(() => EdgeShells.Of(FirstEdge, Senders, Distances), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Name of the crystal, where it has one.</summary>
    public string? Id { get; }

    /// <summary>Volume of the cell | Å³.</summary>
    public double Volume { get; }

    /// <summary>Atomic number of each atom, 1 to 103, (atoms).</summary>
    public int[] AtomicNumbers { get; }

    /// <summary>Where each atom's edges begin, (atoms + 1): atom i receives edges FirstEdge[i] to FirstEdge[i + 1] − 1.</summary>
    public int[] FirstEdge { get; }

    /// <summary>Atom at the other end of each edge, (edges).</summary>
    public int[] Senders { get; }

    /// <summary>Length of each edge | Å, (edges).</summary>
    public float[] Distances { get; }

    /// <summary>Vector from receiver to sender | Å, (edges × 3); what is below 1e-6 Å, rounding of a zero, is 0.</summary>
    public float[] Displacements { get; }

    /// <summary>How many atoms there are.</summary>
    public int Atoms => AtomicNumbers.Length;

    /// <summary>How many edges there are.</summary>
    public int Edges => Senders.Length;

    /// <summary>Its edges with equal ones counted instead of repeated; grouped when first asked for.</summary>
    internal EdgeShells Shells => shells.Value;

    /// <summary>Makes the graph of one crystal.</summary>
    /// <exception cref="ArgumentException">Two atoms less than 0.01 Å apart, or a cutoff that would give more than 20 million pairs.</exception>
    public static CrystalGraph Of(Crystal crystal, GraphOptions options) => new(crystal, NeighborSearch.Run(crystal, options));

    /// <summary>Makes the graphs of many crystals in parallel, in their order.</summary>
    /// <param name="crystals">The crystals.</param>
    /// <param name="options">Which atoms are neighbours.</param>
    /// <param name="parallel">How many threads, and cancellation. The default is one thread per core.</param>
    /// <exception cref="ArgumentException">As for one crystal; the message names it.</exception>
    public static CrystalGraph[] OfMany(IReadOnlyList<Crystal> crystals, GraphOptions options, ParallelOptions? parallel = null)
    {
        ArgumentNullException.ThrowIfNull(crystals);
        var graphs = new CrystalGraph[crystals.Count];
        try
        {
            Parallel.For(0, graphs.Length, parallel ?? new(), index => graphs[index] = Of(crystals[index], options));
        }
        catch (AggregateException wrong) when (wrong.InnerExceptions.All(one => one is ArgumentException))
        {
            throw new ArgumentException(wrong.InnerExceptions[0].Message, wrong);
        }
        return graphs;
    }

    private int Write(ReadOnlySpan<Neighbor> neighbors, int edge)
    {
        foreach (var neighbor in neighbors)
        {
            Senders[edge] = neighbor.Sender;
            Distances[edge] = (float)neighbor.Distance;
            Displacements[3 * edge] = WithoutDust(neighbor.X);
            Displacements[(3 * edge) + 1] = WithoutDust(neighbor.Y);
            Displacements[(3 * edge) + 2] = WithoutDust(neighbor.Z);
            edge++;
        }
        return edge;
    }

    private static float WithoutDust(double length) => Math.Abs(length) < 1e-6 ? 0 : (float)length;
}
