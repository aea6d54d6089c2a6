using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Training.Optimization;

namespace MatNotebooks.Core.Tests.Training.Optimization;

public sealed class AugmentationTests
{
    private static readonly GraphOptions Near = new() { Cutoff = 4, MaxNeighbors = null };

    [Fact]
    public void Moved_atoms_give_the_graph_of_the_moved_crystal()
    {
        var crystal = Prototype.Rocksalt.Primitive("Na", "Cl", 5.6);
        var shift = new Cartesian(0.11, -0.07, 0.05);
        var moved = crystal.WithSites([crystal.Sites[0], crystal.Sites[1].MovedTo(crystal.Lattice.ToFractional(crystal.CartesianOf(1) + shift))]);
        using var batch = GraphBatch.Of([CrystalGraph.Of(crystal, Near), CrystalGraph.Of(crystal, Near)]);
        using var changed = batch.Moved([0, 0, 0, (float)shift.X, (float)shift.Y, (float)shift.Z, 0, 0, 0, 0, 0, 0]);
        using var expected = GraphBatch.Of([CrystalGraph.Of(moved, Near)]);
        Assert.Equal(
            expected.Distances.Where(distance => distance < 3.5).Order(),
            changed.Distances[..batch.FirstEdge[2]].Where(distance => distance < 3.5).Order(),
            (one, other) => Math.Abs(one - other) < 1e-5);
        Assert.Equal(batch.Distances[batch.FirstEdge[2]..], changed.Distances[batch.FirstEdge[2]..], (one, other) => Math.Abs(one - other) < 1e-6);
    }

    [Fact]
    public void Jitter_has_the_spread_it_is_asked_for()
    {
        var graph = CrystalGraph.Of(Prototype.Rocksalt.Primitive("Na", "Cl", 5.6).Supercell(3, 3, 3), Near);
        var batch = GraphBatch.Of([graph]);
        var before = batch.Displacements;
        using var after = new AtomJitter(0.05).Change(batch, new Random(1));
        var changes = before.Zip(after.Displacements, (from, to) => (double)(to - from)).ToArray();
        Assert.Equal(0.05 * Math.Sqrt(2), Math.Sqrt(changes.Average(change => change * change)), 0.01); // both ends move
    }

    [Fact]
    public void A_strained_batch_is_the_graph_of_the_strained_crystal()
    {
        var crystal = Prototype.Rocksalt.Primitive("Na", "Cl", 5.6);
        var lattice = crystal.Lattice;
        static Cartesian Strain(Cartesian v) => new((1.01 * v.X) + (0.002 * v.Y) + (0.004 * v.Z), (0.002 * v.X) + (0.98 * v.Y) - (0.003 * v.Z), (0.004 * v.X) - (0.003 * v.Y) + (1.02 * v.Z));
        using var batch = GraphBatch.Of([CrystalGraph.Of(crystal, Near)]);
        using var changed = batch.Strained([0.01f, -0.02f, 0.02f, -0.006f, 0.008f, 0.004f]);
        using var expected = GraphBatch.Of([CrystalGraph.Of(crystal.WithLattice(new(Strain(lattice.A), Strain(lattice.B), Strain(lattice.C))), Near)]);
        Assert.Equal(
            expected.Distances.Where(distance => distance < 3.5).Order(), changed.Distances.Where(distance => distance < 3.5).Order(), (one, other) => Math.Abs(one - other) < 1e-5);
    }

    [Fact]
    public void A_chain_changes_by_its_seed_alone_and_what_is_too_great_is_named()
    {
        var graph = CrystalGraph.Of(Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), Near);
        float[] Changed(int seed)
        {
            using var batch = new AugmentationChain(new CellStrain(0.01), new AtomJitter()).Change(GraphBatch.Of([graph, graph]), new Random(seed));
            return batch.Distances;
        }
        Assert.Equal(Changed(1), Changed(1));
        Assert.NotEqual(Changed(1), Changed(2));
        Assert.Contains("at most 0.5", Assert.Throws<ArgumentOutOfRangeException>(() => new AtomJitter(1)).Message);
        Assert.Contains("spread is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new CellStrain(0)).Message);
        Assert.Contains("6 ", Assert.Throws<ArgumentException>(() => GraphBatch.Of([graph]).Strained([0f])).Message.Replace("six", "6 ", StringComparison.Ordinal));
    }
}
