using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models;

public sealed class GemPpmModelTests
{
    private static readonly GraphOptions Wide = new() { Cutoff = 7, MaxNeighbors = null };

    [Fact]
    public void Attention_is_told_for_every_bond_and_fades_out()
    {
        using var model = new GemPpmModel(new() { Width = 8, Layers = 2, Distances = new AngstromDistances { Cutoff = 6 } });
        var batch = GraphBatch.Of([CrystalGraph.Of(Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), Wide)]);
        var attention = model.Attention(batch);
        Assert.Equal(2, attention.Length);
        Assert.All(attention, layer => Assert.Equal(batch.Edges, layer.Length));
        for (var edge = 0; edge < batch.Edges; edge++)
            if (batch.Distances[edge] >= 6) Assert.Equal(0, attention[1][edge]);
            else Assert.InRange(attention[1][edge], 1e-12, 1);
        var nearest = Enumerable.Range(0, batch.Edges).Where(edge => batch.Distances[edge] < 3).Select(edge => attention[0][edge]).Distinct();
        Assert.Equal(2, nearest.Count()); // six equal bonds seen from Na, six seen from Cl
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Energy_is_smooth_where_neighbours_leave(bool reduced)
    {
        using var model = new GemPpmModel(new()
        {
            Width = 8, Layers = 2, Readout = new JointReadout(), Dropout = 0,
            Distances = reduced ? new ReducedDistances { Reach = 1.6, Cutoff = 6 } : new AngstromDistances { Cutoff = 6 },
        });
        model.eval();
        using var still = no_grad();
        double EnergyAt(double latticeConstant) => (double)model.call(GraphBatch.Of(
            [CrystalGraph.Of(Prototype.Rocksalt.Primitive("Na", "Cl", latticeConstant), Wide)])).squeeze();
        var energies = Enumerable.Range(0, 401).Select(point => EnergyAt(5 + (0.002 * point))).ToArray();
        var steps = energies.Zip(energies.Skip(1), (from, to) => to - from).ToArray();
        var jump = steps.Zip(steps.Skip(1), (from, to) => Math.Abs(to - from)).Max();
        Assert.True(jump < 0.02 * (energies.Max() - energies.Min()), $"slope jumps by {jump} of {energies.Max() - energies.Min()}");
    }

    [Fact]
    public void Conditions_change_the_prediction()
    {
        using var model = new GemPpmModel(new() { Width = 8, Layers = 1, Conditions = 1 });
        model.eval();
        using var still = no_grad();
        var graph = CrystalGraph.Of(Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), Wide);
        var said = model.call(GraphBatch.Of([graph, graph, graph], [0f, 0f, 1f])).contiguous().data<float>().ToArray();
        Assert.Equal(said[0], said[1]);
        Assert.NotEqual(said[0], said[2]);
        Assert.Contains("reads 1", Assert.Throws<ArgumentException>(() => model.call(GraphBatch.Of([graph]))).Message);
    }

    [Fact]
    public void A_readout_of_the_cell_takes_no_conditions() => Assert.Contains(
        nameof(SumReadout),
        Assert.Throws<ArgumentException>(() => new GemPpmModel(new() { Conditions = 1, Readout = new SumReadout() })).Message);

    [Fact]
    public void Edges_can_be_reconstructed_where_distances_follow_from_the_elements()
    {
        using var model = new GemPpmModel(new() { Width = 16, Layers = 1, Dropout = 0, ReconstructionWeight = 1, Distances = new AngstromDistances { Cutoff = 3 } });
        var batch = GraphBatch.Of(CrystalGraph.OfMany(
            [Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), Prototype.Rocksalt.Primitive("Li", "F", 4.0)], new() { Cutoff = 2.9, MaxNeighbors = null }));
        using var optimizer = optim.Adam(model.parameters(), 0.01);
        double Step()
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var penalty = model.ForwardWithPenalty(batch).Penalty!;
            penalty.backward();
            optimizer.step();
            return (double)penalty;
        }
        var first = Step();
        for (var step = 0; step < 100; step++) Step();
        Assert.True(Step() < 0.01 * first);
    }

    [Theory]
    [InlineData("Width", 0)]
    [InlineData("Layers", -1)]
    [InlineData("Dropout", 1)]
    public void An_option_outside_its_range_is_named(string option, double value)
    {
        var message = Assert.Throws<ArgumentOutOfRangeException>(() => option switch
        {
            "Width" => new GemPpmOptions { Width = (int)value },
            "Layers" => new GemPpmOptions { Layers = (int)value },
            _ => new GemPpmOptions { Dropout = value },
        }).Message;
        Assert.Contains($"{option} is {value}", message);
    }
}
