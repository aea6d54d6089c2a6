using static TorchSharp.torch;

namespace MatNotebooks.Graphs;

/// <summary>
/// Several graphs as one: their atoms and edges one behind the other, edges grouped by crystal and by receiving atom, atoms counted
/// through the whole batch.
/// </summary>
public sealed class GraphBatch : IDisposable
{
    private readonly List<GraphTensors> tensors = [];
    private readonly Lazy<EdgeShells> shells;
    private readonly Lazy<(int[] First, int[] Edges)> bySender;

    private GraphBatch(IReadOnlyList<CrystalGraph> graphs, float[]? conditions)
    {
        Crystals = graphs.Count;
        FirstAtom = new int[Crystals + 1];
        Volumes = [.. graphs.Select(graph => graph.Volume)];
        var edges = 0;
        for (var crystal = 0; crystal < Crystals; crystal++)
        {
            FirstAtom[crystal + 1] = FirstAtom[crystal] + graphs[crystal].Atoms;
            edges += graphs[crystal].Edges;
        }
        AtomicNumbers = new int[FirstAtom[Crystals]];
        CrystalOfAtom = new int[AtomicNumbers.Length];
        FirstEdge = new int[AtomicNumbers.Length + 1];
        (Senders, Receivers, Distances, Displacements) = (new int[edges], new int[edges], new float[edges], new float[3 * edges]);
        for (var crystal = 0; crystal < Crystals; crystal++) Write(graphs[crystal], crystal);
        (bySender, shells) = (new(GroupBySender), new(() => EdgeShells.Join(graphs)));
        Conditions = conditions is null ? [] : [.. conditions.Select(WithoutDenormal)];
    }

    private GraphBatch(GraphBatch other)
    {
        (Crystals, Conditions, AtomicNumbers, CrystalOfAtom) = (other.Crystals, other.Conditions, other.AtomicNumbers, other.CrystalOfAtom);
        Volumes = other.Volumes;
        (FirstAtom, FirstEdge, Senders, Receivers) = (other.FirstAtom, other.FirstEdge, other.Senders, other.Receivers);
        (Distances, Displacements) = (new float[Edges], new float[3 * Edges]);
        (bySender, shells) = (other.bySender, new(() => EdgeShells.Of(FirstEdge, Senders, Distances)));
    }

    /// <summary>How much of its atoms and bonds is there; null, as nearly always, for all.</summary>
    internal Presence? Presence { get; set; }

    /// <summary>How many crystals there are.</summary>
    public int Crystals { get; }

    /// <summary>How many atoms there are in all.</summary>
    public int Atoms => AtomicNumbers.Length;

    /// <summary>How many edges there are in all.</summary>
    public int Edges => Senders.Length;

    /// <summary>How many condition values each crystal carries; 0 when there are none.</summary>
    public int ConditionCount => Conditions.Length / Crystals;

    /// <summary>Atomic number of each atom, 1 to 103, (atoms).</summary>
    public int[] AtomicNumbers { get; }

    /// <summary>Crystal each atom belongs to, ascending, (atoms).</summary>
    public int[] CrystalOfAtom { get; }

    /// <summary>Where each crystal's atoms begin, (crystals + 1).</summary>
    public int[] FirstAtom { get; }

    /// <summary>Where the edges that each atom receives begin, (atoms + 1).</summary>
    public int[] FirstEdge { get; }

    /// <summary>Atom each edge comes from, (edges); always of the same crystal as the receiver.</summary>
    public int[] Senders { get; }

    /// <summary>Atom each edge goes to, ascending, (edges).</summary>
    public int[] Receivers { get; }

    /// <summary>Where each atom's place in <see cref="Outgoing"/> begins, (atoms + 1).</summary>
    public int[] FirstOutgoing => bySender.Value.First;

    /// <summary>Edges grouped by the atom that sends them, (edges): the gradient of a gather is a sum over a group.</summary>
    public int[] Outgoing => bySender.Value.Edges;

    /// <summary>Length of each edge | Å, (edges).</summary>
    public float[] Distances { get; }

    /// <summary>Vector from receiver to sender | Å, (edges × 3).</summary>
    public float[] Displacements { get; }

    /// <summary>Volume of each crystal's cell | Å³, (crystals).</summary>
    public double[] Volumes { get; }

    /// <summary>External conditions of each crystal, such as pressure or strain, (crystals × conditions); empty when there are none.</summary>
    public float[] Conditions { get; }

    /// <summary>Its edges with equal ones counted instead of repeated; grouped when first asked for, once for each graph.</summary>
    internal EdgeShells Shells => shells.Value;

    /// <summary>Powder pattern of each crystal, which training shows to models that ask for it, (crystals × points); empty when there are none.</summary>
    public float[] Patterns { get; set; } = [];

    /// <summary>Joins graphs.</summary>
    /// <param name="graphs">The graphs, at least one.</param>
    /// <param name="conditions">External conditions, the same number for each crystal, (crystals × conditions). The default is none.</param>
    /// <exception cref="ArgumentException">No graph; conditions that do not divide by the crystals, or are not finite.</exception>
    public static GraphBatch Of(IReadOnlyList<CrystalGraph> graphs, float[]? conditions = null)
    {
        ArgumentNullException.ThrowIfNull(graphs);
        if (graphs.Count == 0) throw new ArgumentException("A batch of 0 graphs; it needs at least one.");
        if (conditions is not null && conditions.Length % graphs.Count != 0)
            throw new ArgumentException($"{conditions.Length} condition values for {graphs.Count} crystals; give each crystal the same number.");
        if (conditions is not null && Array.FindIndex(conditions, value => !float.IsFinite(value)) is >= 0 and var wrong)
            throw new ArgumentException($"Condition value {wrong} of {graphs.Count} crystals is {conditions[wrong]}; it must be finite.");
        return new(graphs, conditions);
    }

    /// <summary>The batch as tensors on a device, made at the first call.</summary>
    /// <param name="device">Where a model reads them, such as <c>CPU</c>.</param>
    public GraphTensors On(Device device)
    {
        var made = tensors.Find(one => one.Device.Equals(device));
        if (made is null) tensors.Add(made = new(this, device));
        return made;
    }

    /// <summary>Gives back the memory of the tensors; the arrays stay.</summary>
    public void Dispose()
    {
        foreach (var one in tensors) one.Free();
        tensors.Clear();
    }

    /// <summary>The same batch with every atom moved; its edges stay the same pairs, their lengths follow.</summary>
    /// <param name="shifts">How far each atom moves | Å, (atoms × 3).</param>
    /// <exception cref="ArgumentException">Not three numbers per atom.</exception>
    public GraphBatch Moved(ReadOnlySpan<float> shifts)
    {
        if (shifts.Length != 3 * Atoms) throw new ArgumentException($"{shifts.Length} shifts for {Atoms} atoms; give each atom three.");
        var moved = new GraphBatch(this);
        for (var edge = 0; edge < Edges; edge++)
        {
            var square = 0f;
            for (var axis = 0; axis < 3; axis++)
            {
                var along = Displacements[(3 * edge) + axis] + shifts[(3 * Senders[edge]) + axis] - shifts[(3 * Receivers[edge]) + axis];
                moved.Displacements[(3 * edge) + axis] = along;
                square += along * along;
            }
            moved.Distances[edge] = MathF.Sqrt(square);
        }
        return moved;
    }

    /// <summary>The same batch with every cell strained; its edges stay the same pairs, their lengths follow.</summary>
    /// <param name="strains">Voigt's components of each crystal's strain, shears as engineering strains | no unit, (crystals × 6): xx, yy, zz, yz, xz, xy.</param>
    /// <exception cref="ArgumentException">Not six numbers per crystal.</exception>
    public GraphBatch Strained(ReadOnlySpan<float> strains)
    {
        if (strains.Length != 6 * Crystals) throw new ArgumentException($"{strains.Length} strains for {Crystals} crystals; give each crystal six.");
        var strained = new GraphBatch(this);
        for (var edge = 0; edge < Edges; edge++)
        {
            var strain = strains.Slice(6 * CrystalOfAtom[Receivers[edge]], 6);
            var (x, y, z) = (Displacements[3 * edge], Displacements[(3 * edge) + 1], Displacements[(3 * edge) + 2]);
            var alongX = ((1 + strain[0]) * x) + (strain[5] / 2 * y) + (strain[4] / 2 * z);
            var alongY = (strain[5] / 2 * x) + ((1 + strain[1]) * y) + (strain[3] / 2 * z);
            var alongZ = (strain[4] / 2 * x) + (strain[3] / 2 * y) + ((1 + strain[2]) * z);
            (strained.Displacements[3 * edge], strained.Displacements[(3 * edge) + 1], strained.Displacements[(3 * edge) + 2]) = (alongX, alongY, alongZ);
            strained.Distances[edge] = MathF.Sqrt((alongX * alongX) + (alongY * alongY) + (alongZ * alongZ));
        }
        return strained;
    }

    private void Write(CrystalGraph graph, int crystal)
    {
        var (atom, edge) = (FirstAtom[crystal], FirstEdge[FirstAtom[crystal]]);
        graph.AtomicNumbers.CopyTo(AtomicNumbers, atom);
        graph.Distances.CopyTo(Distances, edge);
        graph.Displacements.CopyTo(Displacements, 3 * edge);
        for (var here = 0; here < graph.Atoms; here++)
        {
            CrystalOfAtom[atom + here] = crystal;
            FirstEdge[atom + here + 1] = edge + graph.FirstEdge[here + 1];
            for (var own = graph.FirstEdge[here]; own < graph.FirstEdge[here + 1]; own++)
            {
                Receivers[edge + own] = atom + here;
                Senders[edge + own] = atom + graph.Senders[own];
            }
        }
    }

    private (int[] First, int[] Edges) GroupBySender()
    {
        var first = new int[Atoms + 1];
        foreach (var sender in Senders) first[sender + 1]++;
        for (var atom = 0; atom < Atoms; atom++) first[atom + 1] += first[atom];
        var next = first.ToArray();
        var edges = new int[Edges];
        for (var edge = 0; edge < Edges; edge++) edges[next[Senders[edge]]++] = edge;
        return (first, edges);
    }

    /// <summary>Denormals slow every product they enter down, some hundred times on some machines.</summary>
    private static float WithoutDenormal(float value) => float.IsSubnormal(value) ? 0 : value;
}
