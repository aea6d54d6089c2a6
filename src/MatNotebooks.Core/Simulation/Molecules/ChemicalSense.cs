namespace MatNotebooks.Simulation.Molecules;

/// <summary>Which graphs are left out although their valences are right: groups that fall apart or do not exist in rings so small.</summary>
/// <remarks>In the spirit of the rules of GDB-9: T. Fink, J.-L. Reymond, J. Chem. Inf. Model. 47, 342 (2007).</remarks>
internal static class ChemicalSense
{
    /// <summary>Whether the molecule is kept.</summary>
    public static bool Holds(MolecularGraph graph) => graph.Bonds.All(bond => BondHolds(graph, bond)) && Enumerable.Range(0, graph.Count).All(atom => AtomHolds(graph, atom));

    private static bool BondHolds(MolecularGraph graph, (int First, int Second, int Order) bond)
    {
        var pair = string.Concat(new[] { graph.Atoms[bond.First], graph.Atoms[bond.Second] }.Order());
        if (pair is "OO" or "FO" or "FN") return graph.Count == 2 && pair == "FO"; // peroxides and their like; hypofluorous acid alone
        if (bond.Order == 1) return true;
        var ring = graph.RingOf(bond.First, bond.Second);
        return bond.Order == 2 ? ring is 0 or > 3 : ring == 0;
    }

    private static bool AtomHolds(MolecularGraph graph, int atom)
    {
        var neighbors = graph.Neighbors(atom).ToArray();
        var isHetero = graph.Atoms[atom] != 'C';
        // Three heteroatoms in a row, and carbon with two OH, NH or F-and-OH, lose water, ammonia or HF.
        if (isHetero && neighbors.Count(other => graph.Atoms[other] != 'C') > 1) return false;
        var leaving = neighbors.Count(other => graph.Order(atom, other) == 1 && graph.Atoms[other] is 'O' or 'N' && graph.Hydrogens[other] > 0);
        var fluorine = neighbors.Count(other => graph.Atoms[other] == 'F');
        if (graph.Atoms[atom] == 'C' && graph.Hydrogens[atom] + neighbors.Length == 4 && (leaving > 1 || (leaving == 1 && fluorine > 0))) return false;
        // Two double bonds on one atom make it straight, which no small ring allows; four in a row are carbon vapour.
        var doubles = neighbors.Where(other => graph.Order(atom, other) == 2).ToArray();
        return doubles.Length < 2 || (doubles.All(other => graph.RingOf(atom, other) == 0) && doubles.All(other => graph.Neighbors(other).All(next => next == atom || graph.Order(other, next) < 2)));
    }
}
