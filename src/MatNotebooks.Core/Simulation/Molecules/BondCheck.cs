using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Molecules;

/// <summary>Whether a relaxed molecule still has the bonds it was built with.</summary>
internal static class BondCheck
{
    private const double Stretch = 1.25; // a bond is shorter than this times the sum of covalent radii

    /// <summary>What became of the bonds; null when they are all there and no other.</summary>
    /// <param name="graph">The molecule as it was built.</param>
    /// <param name="molecule">Its atoms in space, in the order of the graph.</param>
    public static string? Change(MolecularGraph graph, Molecule molecule)
    {
        var built = new HashSet<(int, int)>(graph.Bonds.Select(bond => (bond.First, bond.Second)));
        var hydrogen = graph.Count;
        for (var atom = 0; atom < graph.Count; atom++)
            for (var h = 0; h < graph.Hydrogens[atom]; h++) built.Add((atom, hydrogen++));
        for (var i = 0; i < molecule.Atoms.Length; i++)
            for (var j = i + 1; j < molecule.Atoms.Length; j++)
            {
                var near = molecule.Distance(i, j) < Stretch * (molecule.Atoms[i].Element.CovalentRadius!.Value + molecule.Atoms[j].Element.CovalentRadius!.Value);
                if (near == built.Contains((i, j))) continue;
                return $"{molecule.Atoms[i].Element}{i}–{molecule.Atoms[j].Element}{j} {(near ? "formed" : "broke")} ({molecule.Distance(i, j):F2} Å)";
            }
        return null;
    }
}
