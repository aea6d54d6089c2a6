using MatNotebooks.Core.Tests.Graphs;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers;

public sealed class GatedConvolutionTests
{
    private const double Same = 1e-5;

    public static TheoryData<int, bool> Shapes => new()
    {
        { 64, true }, { 64, false }, // sixteen lanes
        { 24, true }, // eight lanes
        { 7, true }, // one lane
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Fused_equals_composed_forward_backward_and_in_what_it_remembers(int width, bool learning)
    {
        using var scope = NewDisposeScope();
        using var batch = Batch();
        var fused = Run(width, learning, batch, ScalarType.Float32);
        var composed = Run(width, learning, batch, ScalarType.Float64); // which is never fused
        Assert.Equal(composed.Count, fused.Count);
        // One scale for all gradients: those of a bias before a norm are sums that come to nothing.
        var scale = composed.Where(value => value.Key.StartsWith("of ", StringComparison.Ordinal)).Max(value => value.Value.abs().max().ToDouble());
        foreach (var (name, expected) in composed)
        {
            var away = (fused[name] - expected).abs().max().ToDouble();
            Assert.True(away <= Same * (name.StartsWith("of ", StringComparison.Ordinal) ? Math.Max(1, scale) : 1), $"{name} differs by {away} beside {scale}");
        }
    }

    [Fact]
    public void At_rest_and_without_gradients_it_says_the_same()
    {
        using var scope = NewDisposeScope();
        using var batch = Batch();
        var (layer, atoms, edges, gaussians) = Layer(64, batch, ScalarType.Float32);
        layer.eval();
        using var still = no_grad();
        Assert.True(layer.Pass(atoms, edges, gaussians).allclose(layer.Compose(atoms, edges, gaussians), Same, Same));
    }

    [Fact]
    public void The_same_batch_gives_the_same_bits()
    {
        using var scope = NewDisposeScope();
        using var batch = Batch();
        var first = Run(64, true, batch, ScalarType.Float32);
        for (var again = 0; again < 3; again++)
        {
            foreach (var (name, value) in Run(64, true, batch, ScalarType.Float32))
                Assert.True(value.contiguous().bytes.SequenceEqual(first[name].contiguous().bytes), name);
        }
    }

    [Fact]
    public void A_batch_without_edges_is_passed()
    {
        using var scope = NewDisposeScope();
        using var batch = GraphBatch.Of([CrystalGraph.Of(RandomCrystals.OfSeed(1), new() { Cutoff = 0.05 })]);
        var (layer, atoms, edges, gaussians) = Layer(16, batch, ScalarType.Float32);
        Assert.Empty(edges.Shells.Senders);
        var (said, expected) = (layer.Pass(atoms, edges, gaussians), layer.Compose(atoms, edges, gaussians));
        Assert.True(said.allclose(expected, Same, Same));
    }

    private static GraphBatch Batch() => GraphBatch.Of(
        CrystalGraph.OfMany([.. Enumerable.Range(1, 40).Select(seed => RandomCrystals.OfSeed(seed))], new() { Cutoff = 7, MaxNeighbors = 12 }));

    private static (GatedConvolution Layer, Tensor Atoms, BatchEdges Edges, EdgeAttributes Gaussians) Layer(int width, GraphBatch batch, ScalarType type)
    {
        random.manual_seed(5);
        var layer = new GatedConvolution(width, 41);
        var atoms = randn(batch.Atoms, width).to_type(type).requires_grad_();
        var edges = new BatchEdges(batch, atoms);
        var expansion = new DistanceExpansion(new AngstromDistances());
        layer.to(type);
        expansion.to(type);
        return (layer, atoms, edges, expansion.Of(edges));
    }

    private static Dictionary<string, Tensor> Run(int width, bool learning, GraphBatch batch, ScalarType type)
    {
        var (layer, atoms, edges, gaussians) = Layer(width, batch, type);
        layer.train(learning);
        var said = layer.Pass(atoms, edges, gaussians);
        (said * said.detach().sin()).sum().backward();
        var all = new Dictionary<string, Tensor> { ["result"] = said, ["of atoms"] = atoms.grad! };
        foreach (var (name, parameter) in layer.named_parameters()) all["of " + name] = parameter.grad!;
        foreach (var (name, buffer) in layer.named_buffers()) all[name] = buffer.to_type(ScalarType.Float32);
        return all;
    }
}
