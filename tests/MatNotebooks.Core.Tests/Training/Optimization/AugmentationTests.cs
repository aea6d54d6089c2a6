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
}
