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
        var classes = Refine(graph, orders, [.. Enumerable.Range(0, graph.Count).Select(i => (graph.Atoms[i] * 8) + graph.Hydrogens[i])]);
        return Least(graph, orders, classes);
    }

    private static (string Key, int[] Atoms) Least(MolecularGraph graph, int[,] orders, int[] classes)
    {
        var alike = classes.GroupBy(c => c).Where(group => group.Count() > 1).OrderBy(group => group.Key).FirstOrDefault();
        if (alike is null)
        {
            var atoms = Enumerable.Range(0, graph.Count).OrderBy(i => classes[i]).ToArray();
            return (Write(graph, orders, atoms), atoms);
        }
        return Enumerable.Range(0, graph.Count).Where(i => classes[i] == alike.Key)
            .Select(first => Least(graph, orders, Refine(graph, orders, [.. classes.Select((c, i) => (2 * c) + (i == first ? 0 : 1))])))
            .MinBy(found => found.Key, StringComparer.Ordinal);
    }

    // Atoms of one class that differ in the classes of their neighbours part; until none do.
    private static int[] Refine(MolecularGraph graph, int[,] orders, int[] classes)
    {
        while (true)
        {
            var marks = Enumerable.Range(0, graph.Count)
                .Select(i => $"{classes[i]:D6}:" + string.Join(',', graph.Neighbors(i).Select(j => $"{orders[i, j]}{classes[j]:D6}").Order(StringComparer.Ordinal))).ToArray();
            var ranks = marks.Distinct().Order(StringComparer.Ordinal).Select((mark, rank) => (mark, rank)).ToDictionary(item => item.mark, item => item.rank);
            if (ranks.Count == classes.Distinct().Count()) return [.. marks.Select(mark => ranks[mark])];
            classes = [.. marks.Select(mark => ranks[mark])];
        }
    }

    private static string Write(MolecularGraph graph, int[,] orders, int[] atoms)
    {
        var text = new StringBuilder();
        for (var i = 0; i < atoms.Length; i++)
        {
            text.Append(graph.Atoms[atoms[i]]).Append(graph.Hydrogens[atoms[i]]);
            for (var j = 0; j < i; j++) text.Append((char)('0' + orders[atoms[i], atoms[j]]));
        }
        return text.ToString();
    }

    // Rings of six in which double and single bonds take turns may be drawn in two ways that are one molecule.
    private static int[,] Orders(MolecularGraph graph)
    {
        var orders = new int[graph.Count, graph.Count];
        foreach (var (i, j, order) in graph.Bonds) orders[i, j] = orders[j, i] = order;
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
