using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Baselines;

public sealed class SchNetModelTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new SchNetModel(new() { Width = 8, Layers = 2, Seed = seed });

    [Fact]
    public void Nothing_jumps_where_neighbours_leave()
    {
        using var model = new SchNetModel(new() { Width = 8 });
        model.eval();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        double EnergyAt(double distance)
        {
            var lattice = Lattice.Cubic(20);
            var pair = new Crystal(lattice, [new(PeriodicTable.Find("Na"), new Fractional(0, 0, 0)), new(PeriodicTable.Find("Cl"), new Fractional(distance / 20, 0, 0))]);
            return model.call(GraphBatch.Of([CrystalGraph.Of(pair, new() { Cutoff = 6, MaxNeighbors = null })])).item<float>();
        }
        var (inside, at, beyond, near) = (EnergyAt(4.99), EnergyAt(5.01), EnergyAt(5.5), EnergyAt(2.5));
        Assert.Equal(at, beyond);
        Assert.Equal(at, inside, 1e-5);
        Assert.True(Math.Abs(near - beyond) > 1e-4, $"{near} at 2.5 Å, {beyond} beyond the cutoff");
    }
}
