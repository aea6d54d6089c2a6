using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Models.Layers;
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

    [Fact]
    public void An_interaction_gives_what_the_published_formula_gives_edge_by_edge()
    {
        using var scope = NewDisposeScope();
        const int width = 6;
        var graphs = GraphBatch.Of(CrystalGraph.OfMany(
            [Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), Triclinic(1)], new() { Cutoff = 6, MaxNeighbors = null }));
        var layer = new ContinuousFilterConvolution(width, 50);
        var atoms = (arange(graphs.Atoms * width, ScalarType.Float32) * 0.7).sin().view(graphs.Atoms, width);
        var batch = new BatchEdges(graphs, atoms);
        var edges = new DistanceExpansion(new AngstromDistances { Cutoff = 5, Gaussians = 50 }).Of(batch);
        var said = layer.Pass(atoms, batch, edges.Gaussians, SchNetModel.CosineCutoff(edges) * batch.Counts);
        Assert.True(said.allclose(EdgeByEdge(layer, atoms, graphs), 1e-4, 1e-4));
    }

    /// <summary>x + W₂ ssp(W₁ Σ (W x_u) ⊙ filter(d)), the filter a network of two layers on Gaussians times ½ (cos(π d / 5 Å) + 1).</summary>
    private static Tensor EdgeByEdge(nn.Module layer, Tensor atoms, GraphBatch graphs)
    {
        Tensor Linear(string name, Tensor input) => nn.functional.linear(input, layer.get_parameter($"{name}.weight")!, layer.get_parameter($"{name}.bias"));
        Tensor Softplus(Tensor input) => ((input.exp() * 0.5) + 0.5).log();
        Tensor Rows(int[] of) => tensor([.. of.Select(atom => (long)atom)], ScalarType.Int64);
        var distances = tensor(graphs.Distances, [graphs.Edges, 1]);
        var step = 5.0 / 49;
        var gaussians = ((distances - (arange(50, ScalarType.Float32) * step)).square() / (-2 * step * step)).exp();
        var cutoff = ((distances * (Math.PI / 5)).cos() + 1) * 0.5 * (distances < 5).to_type(ScalarType.Float32);
        var messages = Linear("enter", atoms).index_select(0, Rows(graphs.Senders)) * Linear("filterMore", Softplus(Linear("filter", gaussians))) * cutoff;
        var sum = zeros_like(atoms).index_add(0, Rows(graphs.Receivers), messages, 1);
        return atoms + Linear("leaveMore", Softplus(Linear("leave", sum)));
    }
}
