using MatNotebooks.Simulation.Molecules;

namespace MatNotebooks.Core.Tests.Simulation.Molecules;

public sealed class MoleculeEnumeratorTests
{
    private static readonly IReadOnlyList<MolecularGraph> Molecules = MoleculeEnumerator.List(3000, 0);

    [Fact]
    public void Three_thousand_molecules_are_different_and_have_their_valences()
    {
        Assert.Equal(3000, Molecules.Count);
        Assert.Equal(3000, Molecules.Select(CanonicalKey.Of).Distinct().Count());
        Assert.Equal(3000, Molecules.Select(Smiles.Of).Distinct().Count());
        foreach (var graph in Molecules)
        {
            Assert.InRange(graph.Count, 1, 9);
            for (var atom = 0; atom < graph.Count; atom++)
                Assert.Equal(MolecularGraph.Valence(graph.Atoms[atom]), graph.Hydrogens[atom] + graph.Neighbors(atom).Sum(other => graph.Order(atom, other)));
            Assert.All(graph.Hydrogens, count => Assert.InRange(count, 0, 4));
        }
        var sizes = Molecules.CountBy(graph => graph.Count).ToDictionary();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], sizes.Keys.Order());
        Assert.All(Enumerable.Range(6, 3), size => Assert.True(sizes[size + 1] > sizes[size], $"{sizes[size + 1]} of {size + 1} atoms, {sizes[size]} of {size}"));
    }

    [Fact]
    public void The_list_is_the_same_in_every_run_and_another_seed_gives_another()
    {
        Assert.Equal(Molecules.Select(Smiles.Of), MoleculeEnumerator.List(3000, 0).Select(Smiles.Of));
        Assert.NotEqual(Molecules.Select(Smiles.Of), MoleculeEnumerator.List(3000, 1).Select(Smiles.Of));
        Assert.Equal(["C", "N", "O", "F", "CC"], MoleculeEnumerator.List(5, 0).Select(Smiles.Of));
    }

    [Fact]
    public void A_list_begins_with_the_one_of_the_multiple_of_400_below() =>
        Assert.Equal(MoleculeEnumerator.List(2000, 0).Select(Smiles.Of), MoleculeEnumerator.List(2150, 0).Select(Smiles.Of).Take(2000));

    [Theory]
    [InlineData("C1CC1")] // cyclopropane
    [InlineData("C(C)O")] // ethanol
    [InlineData("C#N")]
    [InlineData("C(=O)=O")] // carbon dioxide
    [InlineData("C(N)(N)=O")] // urea
    public void Well_known_molecules_are_in_it(string smiles) => Assert.Contains(smiles, Molecules.Select(Smiles.Of));

    [Theory]
    [InlineData("OO")] // peroxide
    [InlineData("C1=CC1")] // cyclopropene
    [InlineData("C(O)O")] // loses water
    public void What_has_no_sense_is_not(string smiles) => Assert.DoesNotContain(smiles, Molecules.Select(Smiles.Of));

    /// <summary>The key of a molecule does not depend on the order in which it was grown.</summary>
    [Fact]
    public void Numbering_does_not_matter()
    {
        var random = new Random(7);
        foreach (var graph in Molecules.Where((_, i) => i % 50 == 0))
            for (var turn = 0; turn < 5; turn++)
            {
                var renumbered = Renumbered(graph, random);
                Assert.Equal(CanonicalKey.Of(graph), CanonicalKey.Of(renumbered));
            }
    }

    /// <summary>The two ways to draw a benzene ring with two different neighbours on it are one molecule.</summary>
    [Fact]
    public void Drawings_of_an_aromatic_ring_are_one_molecule()
    {
        var (one, other) = (Ring(2, 1), Ring(1, 2));
        Assert.Equal(CanonicalKey.Of(one), CanonicalKey.Of(other));
        Assert.NotEqual(CanonicalKey.Of(one), CanonicalKey.Of(Ring(1, 1)));

        static MolecularGraph Ring(int even, int odd)
        {
            var chain = MolecularGraph.Of('C');
            for (var i = 1; i < 5; i++) chain = chain.With('C', (i - 1, i % 2 == 0 ? even : odd));
            return chain.With('C', (4, odd), (0, even)).With('F', (0, 1)).With('F', (1, 1));
        }
    }

    private static MolecularGraph Renumbered(MolecularGraph graph, Random random)
    {
        var order = new List<int> { random.Next(graph.Count) };
        while (order.Count < graph.Count)
        {
            var next = Enumerable.Range(0, graph.Count).Where(atom => !order.Contains(atom) && graph.Neighbors(atom).Any(order.Contains)).ToArray();
            order.Add(next[random.Next(next.Length)]);
        }
        var grown = MolecularGraph.Of(graph.Atoms[order[0]]);
        for (var i = 1; i < order.Count; i++)
            grown = grown.With(graph.Atoms[order[i]], [.. Enumerable.Range(0, i).Where(j => graph.Order(order[i], order[j]) > 0).Select(j => (j, graph.Order(order[i], order[j])))]);
        return grown;
    }
}
