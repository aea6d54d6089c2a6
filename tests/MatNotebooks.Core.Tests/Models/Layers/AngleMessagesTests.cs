using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Angles;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers;

/// <summary>What atoms hear of the angles between their bonds.</summary>
public sealed class AngleMessagesTests
{
    [Fact]
    public void Harmonics_of_two_directions_multiply_to_legendres_polynomials()
    {
        var random = new Random(1);
        for (var turn = 0; turn < 20; turn++)
        {
            var (one, other) = (Direction(random), Direction(random));
            var cosine = (one.X * other.X) + (one.Y * other.Y) + (one.Z * other.Z);
            var (first, second) = (new float[Harmonics.Count], new float[Harmonics.Count]);
            Harmonics.Add(one.X, one.Y, one.Z, first);
            Harmonics.Add(other.X, other.Y, other.Z, second);
            double[] legendre = [cosine, ((3 * cosine * cosine) - 1) / 2, ((5 * Math.Pow(cosine, 3)) - (3 * cosine)) / 2, ((35 * Math.Pow(cosine, 4)) - (30 * cosine * cosine) + 3) / 8];
            for (var order = 1; order <= 4; order++)
            {
                var product = Enumerable.Range(Harmonics.First[order - 1], Harmonics.First[order] - Harmonics.First[order - 1]).Sum(place => (double)first[place] * second[place]);
                Assert.Equal(legendre[order - 1], product, 1e-5);
            }
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32, 1e-4)]
    [InlineData(ScalarType.Float64, 1e-12)]
    public void The_loop_says_what_the_operators_say_and_so_do_its_gradients(ScalarType type, double same)
    {
        using var scope = NewDisposeScope();
        var graph = CrystalGraph.Of(Prototype.Zincblende.Primitive("Ga", "As", 5.65).Supercell(1, 2, 1), new() { Cutoff = 5, MaxNeighbors = null });
        var batch = new BatchEdges(GraphBatch.Of([graph, graph]), zeros(1, type));
        var directions = ShellDirections.Of(batch);
        var values = randn(directions.Table.shape[0], 5, type).requires_grad_();
        var (loop, composed) = (DirectedSum.Of(values, directions, batch), DirectedSum.Composed(values, directions, batch));
        var weights = randn(loop.shape, type);
        var (ofLoop, ofComposed) = (autograd.grad([loop], [values], [weights])[0], autograd.grad([composed], [values], [weights])[0]);
        Assert.True((loop - composed).abs().max().ToDouble() < same);
        Assert.True((ofLoop - ofComposed).abs().max().ToDouble() < same);
    }

    [Fact]
    public void Molecules_of_equal_distances_differ_by_their_angles_alone()
    {
        using var deaf = new GemPpmModel(new() { Width = 8, Layers = 2, Distances = new AngstromDistances { Cutoff = 3 } });
        using var hearing = new GemPpmModel(new() { Width = 8, Layers = 2, AngleChannels = 2, Distances = new AngstromDistances { Cutoff = 3 } });
        Crystal[] bent = [.. new[] { 90.0, 120, 180 }.Select(Bent)];
        var (alike, apart) = (Predictions(deaf, bent).Order().ToArray(), Predictions(hearing, bent).Order().ToArray());
        Assert.Equal(alike[0], alike[2], 1e-8);
        Assert.All(apart.Zip(apart[1..]), pair => Assert.True(pair.Second - pair.First > 1e-6, string.Join(", ", apart)));
    }

    private static double[] Predictions(GemPpmModel model, Crystal[] crystals)
    {
        model.to(ScalarType.Float64);
        model.eval();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return model.call(GraphBatch.Of(CrystalGraph.OfMany(crystals, new() { Cutoff = 2, MaxNeighbors = null }))).to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    /// <summary>Two bonds of 1.5 Å in a wide cell, whose ends are farther apart than 2 Å.</summary>
    private static Crystal Bent(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        Site At(string symbol, double x, double y) => new(PeriodicTable.Find(symbol), new((x + 10) / 20, (y + 10) / 20, 0.5));
        return new(Lattice.Cubic(20), [At("Be", 0, 0), At("F", 1.5, 0), At("F", 1.5 * cos, 1.5 * sin)]);
    }

    private static (double X, double Y, double Z) Direction(Random random)
    {
        var (z, turn) = ((2 * random.NextDouble()) - 1, Math.Tau * random.NextDouble());
        var radius = Math.Sqrt(1 - (z * z));
        return (radius * Math.Cos(turn), radius * Math.Sin(turn), z);
    }
}
