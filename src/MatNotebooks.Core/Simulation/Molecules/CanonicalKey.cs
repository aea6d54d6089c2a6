using System.Text;

namespace MatNotebooks.Simulation.Molecules;

/// <summary>A text that is the same for the same molecule, however its atoms are numbered and its aromatic rings are drawn.</summary>
/// <remarks>Classes of atoms are refined by their neighbours; of atoms left alike each is tried first, and the least text wins.</remarks>
internal static class CanonicalKey
{
    private const int Aromatic = 4;

    /// <summary>The key of a molecule.</summary>
    public static string Of(MolecularGraph graph) => Order(graph).Key;

    /// <summary>The key, and the numbering of the atoms it was written in.</summary>
    public static (string Key, int[] Atoms) Order(MolecularGraph graph)
    {
        var orders = Orders(graph);
        int[][] neighbors = [.. Enumerable.Range(0, graph.Count).Select(atom => graph.Neighbors(atom).ToArray())];
        int[] kinds = [.. Enumerable.Range(0, graph.Count).Select(atom => (graph.Atoms[atom] * 8) + graph.Hydrogens[atom])];
        return Least(graph, orders, neighbors, Refine(orders, neighbors, kinds));
    }

    private static (string Key, int[] Atoms) Least(MolecularGraph graph, int[,] orders, int[][] neighbors, int[] classes)
    {
        if (FirstShared(classes) is not { } shared)
        {
            var atoms = new int[classes.Length];
            for (var atom = 0; atom < classes.Length; atom++) atoms[classes[atom]] = atom;
            return (Write(graph, orders, atoms), atoms);
        }
        (string Key, int[] Atoms)? least = null;
        for (var first = 0; first < classes.Length; first++)
        {
            if (classes[first] != shared) continue;
            int[] parted = [.. classes.Select((c, atom) => (2 * c) + (atom == first ? 0 : 1))];
            var found = Least(graph, orders, neighbors, Refine(orders, neighbors, parted));
            if (least is null || string.CompareOrdinal(found.Key, least.Value.Key) < 0) least = found;
        }
        return least!.Value;
    }

    // The lowest class that several atoms have.
    private static int? FirstShared(int[] classes)
    {
        int? shared = null;
        for (var i = 0; i < classes.Length; i++)
            if ((shared is null || classes[i] < shared) && Array.IndexOf(classes, classes[i], i + 1) >= 0) shared = classes[i];
        return shared;
    }

    // Atoms of one class that differ in the classes of their neighbours part; until none do. Classes come out as ranks, 0 and up.
    private static int[] Refine(int[,] orders, int[][] neighbors, int[] classes)
    {
        while (true)
        {
            var marks = new int[classes.Length][];
            for (var atom = 0; atom < marks.Length; atom++) marks[atom] = Mark(atom, orders, neighbors[atom], classes);
            int[] sorted = [.. Enumerable.Range(0, marks.Length)];
            Array.Sort(sorted, (left, right) => marks[left].AsSpan().SequenceCompareTo(marks[right]));
            var ranks = new int[marks.Length];
            for (var i = 1; i < sorted.Length; i++)
                ranks[sorted[i]] = ranks[sorted[i - 1]] + (marks[sorted[i]].AsSpan().SequenceEqual(marks[sorted[i - 1]]) ? 0 : 1);
            if (ranks[sorted[^1]] + 1 == classes.Distinct().Count()) return ranks;
            classes = ranks;
        }
    }

    // An atom's class, then bond and class of each neighbour in rising order.
    private static int[] Mark(int atom, int[,] orders, int[] neighbors, int[] classes)
    {
        const int beyondClasses = 1_000_000;
        var mark = new int[neighbors.Length + 1];
        mark[0] = classes[atom];
        for (var i = 0; i < neighbors.Length; i++) mark[i + 1] = (orders[atom, neighbors[i]] * beyondClasses) + classes[neighbors[i]];
        Array.Sort(mark, 1, neighbors.Length);
        return mark;
    }

    private static string Write(MolecularGraph graph, int[,] orders, int[] atoms)
    {
        var text = new StringBuilder();
        for (var i = 0; i < atoms.Length; i++)
        {
            text.Append(graph.Atoms[atoms[i]]).Append((char)('0' + graph.Hydrogens[atoms[i]]));
            for (var j = 0; j < i; j++) text.Append((char)('0' + orders[atoms[i], atoms[j]]));
        }
        return text.ToString();
    }

    // Rings of six in which double and single bonds take turns may be drawn in two ways that are one molecule.
    private static int[,] Orders(MolecularGraph graph)
    {
        var orders = new int[graph.Count, graph.Count];
        foreach (var (i, j, order) in graph.Bonds) orders[i, j] = orders[j, i] = order;
        if (graph.Count < 6) return orders;
        for (var start = 0; start < graph.Count; start++)
            foreach (var ring in Rings(graph, [start]))
                for (var i = 0; i < 6; i++) orders[ring[i], ring[(i + 1) % 6]] = orders[ring[(i + 1) % 6], ring[i]] = Aromatic;
        return orders;
    }

    private static IEnumerable<int[]> Rings(MolecularGraph graph, int[] path)
    {
        var wanted = path.Length % 2 == 1 ? 2 : 1;
        if (path.Length == 6) return graph.Order(path[5], path[0]) == 1 ? [path] : [];
        return graph.Neighbors(path[^1]).Where(next => !path.Contains(next) && graph.Order(path[^1], next) == wanted).SelectMany(next => Rings(graph, [.. path, next]));
    }
}
