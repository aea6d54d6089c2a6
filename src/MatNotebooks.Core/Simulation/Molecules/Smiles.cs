using System.Text;

namespace MatNotebooks.Simulation.Molecules;

/// <summary>Writes a molecule as SMILES, aromatic rings with single and double bonds.</summary>
/// <remarks>D. Weininger, J. Chem. Inf. Comput. Sci. 28, 31 (1988). Of two drawings of an aromatic ring it takes the graph's.</remarks>
internal static class Smiles
{
    /// <summary>The SMILES of a molecule.</summary>
    public static string Of(MolecularGraph graph)
    {
        var order = CanonicalKey.Order(graph).Atoms;
        var rank = new int[graph.Count];
        for (var i = 0; i < order.Length; i++) rank[order[i]] = i;
        var (tree, closures) = (new List<int>[graph.Count], new List<(int From, int To)>());
        Walk(graph, rank, order[0], -1, tree, closures);
        return Write(graph, order[0], tree, closures);
    }

    // Bonds to atoms not seen yet make a tree; the others close rings.
    private static void Walk(MolecularGraph graph, int[] rank, int atom, int from, List<int>[] tree, List<(int From, int To)> closures)
    {
        tree[atom] = [];
        foreach (var next in graph.Neighbors(atom).Where(next => next != from).OrderBy(next => rank[next]))
            if (tree[next] is null)
            {
                tree[atom].Add(next);
                Walk(graph, rank, next, atom, tree, closures);
            }
            else if (!closures.Contains((next, atom)) && !closures.Contains((atom, next)))
            {
                closures.Add((next, atom));
            }
    }

    private static string Write(MolecularGraph graph, int atom, List<int>[] tree, List<(int From, int To)> closures)
    {
        var text = new StringBuilder().Append(graph.Atoms[atom]);
        for (var ring = 0; ring < closures.Count; ring++)
            if (closures[ring].From == atom) text.Append(ring + 1);
            else if (closures[ring].To == atom) text.Append(Bond(graph, closures[ring].From, atom)).Append(ring + 1);
        for (var branch = 0; branch < tree[atom].Count; branch++)
        {
            var next = Bond(graph, atom, tree[atom][branch]) + Write(graph, tree[atom][branch], tree, closures);
            text.Append(branch < tree[atom].Count - 1 ? $"({next})" : next);
        }
        return text.ToString();
    }

    private static string Bond(MolecularGraph graph, int first, int second) => graph.Order(first, second) switch { 2 => "=", 3 => "#", _ => "" };
}
