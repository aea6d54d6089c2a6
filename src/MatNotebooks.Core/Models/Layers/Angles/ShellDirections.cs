using MatNotebooks.Graphs;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Angles;

/// <summary>Where the edges of each shell point to: the sum of their harmonics.</summary>
/// <param name="Table">(shells, <see cref="Harmonics.Count"/>).</param>
/// <param name="FirstShell">Where each atom's shells begin, (atoms + 1).</param>
internal sealed record ShellDirections(Tensor Table, int[] FirstShell)
{
    private const float Shortest = 1e-6f; // Å; an edge without length points nowhere

    /// <summary>The directions of a batch, in the type and on the device of its tensors.</summary>
    public static ShellDirections Of(BatchEdges batch)
    {
        var (edges, shells) = (batch.Batch, batch.Shells);
        var table = new float[shells.Senders.Length * Harmonics.Count];
        for (var edge = 0; edge < edges.Edges; edge++)
        {
            var length = edges.Distances[edge];
            if (length < Shortest) continue;
            var at = 3 * edge;
            Harmonics.Add(
                edges.Displacements[at] / length, edges.Displacements[at + 1] / length, edges.Displacements[at + 2] / length,
                table.AsSpan(shells.ShellOfEdge[edge] * Harmonics.Count, Harmonics.Count));
        }
        return new(tensor(table, [shells.Senders.Length, Harmonics.Count]).to(batch.Distances), shells.FirstEdge);
    }
}
