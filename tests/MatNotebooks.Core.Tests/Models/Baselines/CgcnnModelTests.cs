using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Models.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Baselines;

public sealed class CgcnnModelTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new CgcnnModel(new() { Width = 8, Layers = 2, HiddenWidth = 12, Conditions = 1, Seed = seed });

    [Fact]
    public void A_convolution_has_as_many_weights_as_published()
    {
        using var model = new CgcnnModel(new());
        const int width = 64, gaussians = 41;
        var published = ((((2 * width) + gaussians) * 2 * width) + (2 * width)) + (2 * 2 * width) + (2 * width); // fc_full, bn1, bn2
        Assert.Equal(published, model.named_parameters().Where(part => part.name.StartsWith("convolutions.0.", StringComparison.Ordinal)).Sum(part => part.parameter.numel()));
    }

    [Fact]
    public void A_convolution_gives_what_the_published_formula_gives_edge_by_edge()
    {
        using var scope = NewDisposeScope();
        const int width = 6;
        var graphs = GraphBatch.Of(CrystalGraph.OfMany(
            [Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), Triclinic(1)], new() { Cutoff = 5, MaxNeighbors = null }));
        var layer = new GatedConvolution(width, 41);
        layer.to(ScalarType.Float64);
        var atoms = (arange(graphs.Atoms * width, ScalarType.Float64) * 0.7).sin().view(graphs.Atoms, width);
        var batch = new BatchEdges(graphs, atoms);
        var expansion = new DistanceExpansion(new AngstromDistances());
        expansion.to(ScalarType.Float64);
        var said = layer.Pass(atoms, batch, expansion.Of(batch));
        var expected = EdgeByEdge(layer, atoms, graphs);
        Assert.True(batch.Shells.Senders.Length < graphs.Edges); // some stand for several
        Assert.True((said - expected).abs().max().item<double>() < 1e-4, $"differs by {(said - expected).abs().max().item<double>()}");
    }

    /// <summary>As the publication's own code: concatenate, one linear map, batch norm over edges, gate and core, sum, batch norm, add.</summary>
    private static Tensor EdgeByEdge(nn.Module layer, Tensor atoms, GraphBatch graphs)
    {
        Tensor Weight(string name) => layer.get_parameter(name)!;
        Tensor Rows(int[] atoms) => tensor([.. atoms.Select(atom => (long)atom)], ScalarType.Int64);
        var away = tensor([.. graphs.Distances.Select(distance => (double)distance)], [graphs.Edges, 1]) - (arange(41, ScalarType.Float64) * 0.2);
        var gaussians = (away.square() / (-2 * 0.2 * 0.2)).exp();
        var joined = cat([atoms.index_select(0, Rows(graphs.Receivers)), atoms.index_select(0, Rows(graphs.Senders)), gaussians], 1);
        var full = joined.mm(cat([Weight("own.weight"), Weight("neighbor.weight"), Weight("edge.weight")], 1).t()) + Weight("own.bias");
        var parts = Normalized(full).chunk(2, 1);
        var sum = zeros(graphs.Atoms, atoms.shape[1], ScalarType.Float64).index_add(0, Rows(graphs.Receivers), parts[0].sigmoid() * parts[1].softplus(), 1);
        return (atoms + Normalized(sum)).softplus();
    }

    private static Tensor Normalized(Tensor rows) => nn.functional.batch_norm(rows, null, null, training: true);
}
