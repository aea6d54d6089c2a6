namespace MatNotebooks.Simulation.Molecules;

/// <summary>Lists small molecules of H, C, N, O and F without repeating one.</summary>
/// <remarks>
/// Molecules grow by one heavy atom at a time, bonded to one atom or closing a ring between two. Up to five heavy atoms all that grow so
/// are listed; beyond, a seeded sample of each size, twice as many of one as of the size before. Cages in which every atom has three
/// neighbours are not reached. What has no chemical sense is left out, see <see cref="ChemicalSense"/>. A list begins with the one of the
/// next lower multiple of 400, so that a set can be filled up without computing it again.
/// </remarks>
internal static class MoleculeEnumerator
{
    private const int Complete = 5; // heavy atoms
    private const int Largest = 9;
    private const int Planned = 400; // counts between its multiples change the largest size alone
    private const string Palette = "CCCCCCCNNNOOOF"; // how often an element is tried in samples

    /// <summary>The molecules, small ones first, the same in every run.</summary>
    /// <param name="count">How many | at least 1.</param>
    /// <param name="seed">Seed of the samples.</param>
    public static IReadOnlyList<MolecularGraph> List(int count, int seed)
    {
        var level = "CNOF".Select(MolecularGraph.Of).ToArray();
        var all = new List<MolecularGraph>(level);
        for (var size = 2; size <= Complete && all.Count < count; size++)
        {
            level = [.. level.SelectMany(Grown).DistinctBy(CanonicalKey.Of)];
            all.AddRange(level.Where(ChemicalSense.Holds));
        }
        var random = new Random(seed);
        var planned = count / Planned * Planned > all.Count ? count / Planned * Planned : count;
        for (var size = Complete + 1; size <= Largest && all.Count < count; size++)
        {
            var weights = (1 << (Largest - size + 1)) - 1; // what is left is shared 1 : 2 : 4 : 8
            var share = (int)Math.Ceiling((double)(planned - all.Count) / weights);
            level = Sample(level, size == Largest ? count - all.Count : share, random);
            all.AddRange(level);
        }
        return all.Count > count ? all[..count] : all;
    }

    /// <summary>Every molecule with one heavy atom more.</summary>
    private static IEnumerable<MolecularGraph> Grown(MolecularGraph graph)
    {
        foreach (var atom in "CNOF")
        {
            foreach (var bond in Places(graph, MolecularGraph.Valence(atom))) yield return graph.With(atom, bond);
            foreach (var (first, second) in Pairs(graph, MolecularGraph.Valence(atom))) yield return graph.With(atom, first, second);
        }
    }

    private static MolecularGraph[] Sample(MolecularGraph[] parents, int count, Random random)
    {
        var found = new Dictionary<string, MolecularGraph>();
        for (var tries = 0; found.Count < count && tries < 1000 * count; tries++)
        {
            var parent = parents[random.Next(parents.Length)];
            var atom = Palette[random.Next(Palette.Length)];
            var places = Places(parent, MolecularGraph.Valence(atom)).ToArray();
            var pairs = random.Next(4) == 0 ? Pairs(parent, MolecularGraph.Valence(atom)).ToArray() : [];
            MolecularGraph grown;
            if (pairs.Length > 0 && pairs[random.Next(pairs.Length)] is var (first, second)) grown = parent.With(atom, first, second);
            else if (places.Length > 0) grown = parent.With(atom, places[random.Next(places.Length)]);
            else continue;
            if (ChemicalSense.Holds(grown)) found.TryAdd(CanonicalKey.Of(grown), grown);
        }
        return [.. found.Values];
    }

    private static IEnumerable<(int Atom, int Order)> Places(MolecularGraph graph, int valence) =>
        from atom in Enumerable.Range(0, graph.Count)
        from order in Enumerable.Range(1, Math.Min(3, Math.Min(valence, graph.Hydrogens[atom])))
        select (atom, order);

    private static IEnumerable<((int Atom, int Order) First, (int Atom, int Order) Second)> Pairs(MolecularGraph graph, int valence) =>
        from first in Places(graph, valence)
        from second in Places(graph, valence - first.Order)
        where first.Atom < second.Atom
        select (first, second);
}
