namespace MatNotebooks.Graphs;

/// <summary>
/// Edges with equal ones counted instead of repeated: an atom hears the same message from every image of a neighbour at the same
/// distance. In crystals of high symmetry this leaves a tenth of the edges.
/// </summary>
internal sealed class EdgeShells
{
    private const float Same = 1e-3f; // Å; coordinates are published rounded to about 1e-4 Å

    private EdgeShells(int atoms, int shells, int edges)
    {
        (FirstEdge, ShellOfEdge) = (new int[atoms + 1], new int[edges]);
        (Senders, Receivers, Distances, Counts) = (new int[shells], new int[shells], new float[shells], new float[shells]);
    }

    /// <summary>Where each atom's shells begin, (atoms + 1).</summary>
    public int[] FirstEdge { get; }

    /// <summary>Atom each shell comes from, (shells).</summary>
    public int[] Senders { get; }

    /// <summary>Atom each shell goes to, ascending, (shells).</summary>
    public int[] Receivers { get; }

    /// <summary>Mean length of the shell's edges | Å, (shells).</summary>
    public float[] Distances { get; }

    /// <summary>How many edges each shell stands for, (shells).</summary>
    public float[] Counts { get; }

    /// <summary>The shell each edge went to, (edges).</summary>
    public int[] ShellOfEdge { get; }

    /// <summary>Groups edges: the same sender, the same receiver, distances within 0.001 Å.</summary>
    /// <param name="firstEdge">Where the edges that each atom receives begin, (atoms + 1).</param>
    /// <param name="senders">Atom each edge comes from, (edges).</param>
    /// <param name="distances">Length of each edge | Å, (edges).</param>
    public static EdgeShells Of(int[] firstEdge, int[] senders, float[] distances)
    {
        var (sums, from, to, counts) = (new double[senders.Length], new int[senders.Length], new int[senders.Length], new int[senders.Length]);
        var (first, shellOfEdge, shells) = (new int[firstEdge.Length], new int[senders.Length], 0);
        for (var atom = 0; atom + 1 < firstEdge.Length; atom++)
        {
            for (var edge = firstEdge[atom]; edge < firstEdge[atom + 1]; edge++)
            {
                var shell = shells - 1;
                while (shell >= first[atom] && !(from[shell] == senders[edge] && Math.Abs((sums[shell] / counts[shell]) - distances[edge]) < Same))
                    shell--;
                if (shell < first[atom])
                {
                    shell = shells++;
                    (from[shell], to[shell]) = (senders[edge], atom);
                }
                sums[shell] += distances[edge];
                counts[shell]++;
                shellOfEdge[edge] = shell;
            }
            first[atom + 1] = shells;
        }
        var made = new EdgeShells(firstEdge.Length - 1, shells, senders.Length);
        first.CopyTo(made.FirstEdge, 0);
        shellOfEdge.CopyTo(made.ShellOfEdge, 0);
        Array.Copy(from, made.Senders, shells);
        Array.Copy(to, made.Receivers, shells);
        for (var shell = 0; shell < shells; shell++)
            (made.Distances[shell], made.Counts[shell]) = ((float)(sums[shell] / counts[shell]), counts[shell]);
        return made;
    }

    /// <summary>The shells of several graphs as one, atoms counted through.</summary>
    public static EdgeShells Join(IReadOnlyList<CrystalGraph> graphs)
    {
        var joined = new EdgeShells(graphs.Sum(graph => graph.Atoms), graphs.Sum(graph => graph.Shells.Senders.Length), graphs.Sum(graph => graph.Edges));
        var (atom, shell, edge) = (0, 0, 0);
        foreach (var graph in graphs)
        {
            var own = graph.Shells;
            own.Distances.CopyTo(joined.Distances, shell);
            own.Counts.CopyTo(joined.Counts, shell);
            Shift(own.Senders, atom, joined.Senders.AsSpan(shell));
            Shift(own.Receivers, atom, joined.Receivers.AsSpan(shell));
            Shift(own.ShellOfEdge, shell, joined.ShellOfEdge.AsSpan(edge));
            Shift(own.FirstEdge, shell, joined.FirstEdge.AsSpan(atom));
            (atom, shell, edge) = (atom + graph.Atoms, shell + own.Senders.Length, edge + graph.Edges);
        }
        return joined;
    }

    private static void Shift(int[] values, int by, Span<int> to)
    {
        for (var place = 0; place < values.Length; place++) to[place] = values[place] + by;
    }
}
