using MatNotebooks.Graphs;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// The edges of a batch with equal ones counted instead of repeated: an atom hears the same message from every image of a neighbour at
/// the same distance. In crystals of high symmetry this leaves a tenth of the edges.
/// </summary>
internal sealed class EdgeShells
{
    private const float Same = 1e-3f; // Å; coordinates are published rounded to about 1e-4 Å

    private EdgeShells(GraphBatch batch)
    {
        var (senders, receivers, distances, counts) = (new List<int>(), new List<int>(), new List<double>(), new List<int>());
        FirstEdge = new int[batch.Atoms + 1];
        ShellOfEdge = new int[batch.Edges];
        for (var atom = 0; atom < batch.Atoms; atom++)
        {
            var first = senders.Count;
            for (var edge = batch.FirstEdge[atom]; edge < batch.FirstEdge[atom + 1]; edge++)
            {
                var shell = senders.Count - 1;
                while (shell >= first && !(senders[shell] == batch.Senders[edge] && Math.Abs((distances[shell] / counts[shell]) - batch.Distances[edge]) < Same))
                    shell--;
                if (shell < first)
                {
                    shell = senders.Count;
                    senders.Add(batch.Senders[edge]);
                    receivers.Add(atom);
                    distances.Add(0);
                    counts.Add(0);
                }
                distances[shell] += batch.Distances[edge];
                counts[shell]++;
                ShellOfEdge[edge] = shell;
            }
            FirstEdge[atom + 1] = senders.Count;
        }
        (Senders, Receivers) = ([.. senders], [.. receivers]);
        Counts = [.. counts.Select(count => (float)count)];
        Distances = [.. distances.Zip(counts, (sum, count) => (float)(sum / count))];
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

    /// <summary>The shell each edge of the batch went to, (edges).</summary>
    public int[] ShellOfEdge { get; }

    /// <summary>Groups the edges of a batch: the same sender, the same receiver, distances within 0.001 Å.</summary>
    public static EdgeShells Of(GraphBatch batch) => new(batch);
}
