using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Fused;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers;

public sealed class FusedMessagesTests
{
    private const double Same = 1e-5;

    public static TheoryData<int, bool> Shapes => new()
    {
        { 64, false }, { 64, true }, // sixteen lanes
        { 48, true }, // sixteen lanes, not by four
        { 24, false }, // eight lanes
        { 20, true }, { 7, false }, // one lane
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Fused_equals_composed_forward_and_backward(int width, bool reduced)
    {
        using var scope = NewDisposeScope();
        using var batch = Batch();
        var inputs = Inputs(width, batch, reduced);
        var fused = Run(new FusedMessages(), inputs, batch, reduced);
        var composed = Run(new ComposedMessages(), inputs, batch, reduced);
        foreach (var (name, one, other) in fused.Zip(composed, (f, c) => (f.Name, f.Value, c.Value)))
        {
            var scale = Math.Max(1, other.abs().max().item<float>());
            Assert.True((one - other).abs().max().item<float>() <= Same * scale, $"{name} differs by {(one - other).abs().max().item<float>()} of {scale}");
        }
    }

    [Fact]
    public void The_same_batch_gives_the_same_bits_whatever_the_threads()
    {
        using var scope = NewDisposeScope();
        using var batch = Batch();
        var inputs = Inputs(64, batch, false);
        var first = Run(new FusedMessages(), inputs, batch, false);
        for (var again = 0; again < 5; again++)
        {
            foreach (var (one, other) in first.Zip(Run(new FusedMessages(), inputs, batch, false)))
                Assert.True(one.Value.bytes.SequenceEqual(other.Value.bytes), one.Name);
        }
    }

    [Fact]
    public void A_whole_model_predicts_and_learns_the_same()
    {
        using var scope = NewDisposeScope();
        using var batch = Batch();
        var options = new GemPpmOptions { Dropout = 0, Normalization = Normalization.Layer, Distances = new ReducedDistances() };
        var (fused, composed) = (new GemPpmModel(options, new FusedMessages()), new GemPpmModel(options, new ComposedMessages()));
        var (one, other) = (fused.call(batch), composed.call(batch));
        Assert.True(one.allclose(other, Same, Same));
        one.square().mean().backward();
        other.square().mean().backward();
        foreach (var (name, parameter) in fused.named_parameters())
        {
            if (composed.get_parameter(name)!.grad is { } expected)
                Assert.True((parameter.grad! - expected).abs().max().item<float>() <= Same * Math.Max(1, expected.abs().max().item<float>()), name);
            else
                Assert.Null(parameter.grad);
        }
    }

    [Fact]
    public void Double_precision_goes_through_the_operators()
    {
        using var scope = NewDisposeScope();
        using var batch = Batch();
        var model = new GemPpmModel(new GemPpmOptions { Dropout = 0 }, new FusedMessages());
        model.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, model.call(batch).dtype);
    }

    [Fact]
    public void Bands_hold_every_Gaussian_that_single_precision_can_tell_from_zero()
    {
        float[] places = [-30, -0.4f, 0, 3.7f, 20.5f, 39.2f, 40, 47, 90];
        var bands = GaussianBands.Of(places, 41);
        for (var item = 0; item < places.Length; item++)
        {
            for (var gaussian = 0; gaussian < 41; gaussian++)
            {
                var k = gaussian - bands.First[item];
                var held = k >= 0 && k < bands.Width ? bands.Values[(item * bands.Width) + k] : 0;
                Assert.Equal(Math.Exp(-0.5 * Math.Pow(places[item] - gaussian, 2)), held, 3e-8);
            }
        }
    }

    [Fact]
    public void Fast_sigmoids_are_those_of_the_library()
    {
        for (var x = -60f; x <= 60; x += 0.0317f)
        {
            var (one, other) = LaneFunctions.Sigmoids(Lanes256.Of(x), Lanes256.Of(-x / 2));
            Assert.Equal(1 / (1 + Math.Exp(-x)), Lanes256.Sum(one) / 8, 2e-7);
            Assert.Equal(1 / (1 + Math.Exp(x / 2)), Lanes256.Sum(other) / 8, 2e-7);
        }
    }

    /// <summary>Thirty crystals of two to five atoms, of all distances.</summary>
    private static GraphBatch Batch()
    {
        var chance = new Random(3);
        var graphs = Enumerable.Range(0, 30).Select(_ =>
        {
            var edge = 3.5 + (2 * chance.NextDouble());
            var sites = Enumerable.Range(0, 2 + chance.Next(4)).Select(i =>
                new Site(PeriodicTable.OfNumber(1 + chance.Next(80)), new Fractional((i + (0.5 * chance.NextDouble())) / 5, chance.NextDouble(), chance.NextDouble())));
            var crystal = new Crystal(new Lattice(new(edge, 0, 0.3), new(0.5, edge + 0.7, 0), new(0, 0.2, edge + 1)), [.. sites]);
            return CrystalGraph.Of(crystal, new GraphOptions { Cutoff = 8, MaxNeighbors = 16 });
        });
        return GraphBatch.Of([.. graphs]);
    }

    private static Tensor[] Inputs(int width, GraphBatch batch, bool reduced)
    {
        using var chance = new Generator(11);
        Tensor Normal(double spread, params long[] shape) => (randn(shape, generator: chance) * spread).requires_grad_();
        var gaussians = Scale(reduced).Gaussians;
        return [Normal(1, batch.Atoms, 2 * width), Normal(1, batch.Atoms, 2 * width), Normal(0.5, gaussians, 2 * width), Normal(0.3, width, 1), Normal(1, 1)];
    }

    private static DistanceScale Scale(bool reduced) => reduced ? new ReducedDistances() : new AngstromDistances();

    private static List<(string Name, Tensor Value)> Run(IMessageKernel kernel, Tensor[] inputs, GraphBatch batch, bool reduced)
    {
        var edges = new BatchEdges(batch, inputs[0]);
        var (sum, attention) = kernel.Run(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], edges, new DistanceExpansion(Scale(reduced)).Of(edges));
        var loss = (sum * sum.detach().sin()).sum() + (attention * attention.detach().cos()).sum();
        var gradients = autograd.grad([loss], inputs);
        return [("sum", sum), ("attention", attention), .. gradients.Zip(["own", "neighbor", "edge", "score", "bias"], (g, n) => (n, g))];
    }
}
