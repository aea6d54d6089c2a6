using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Layers.Alignment;
using MatNotebooks.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models;

/// <summary>Alignment of crystals with their powder patterns.</summary>
public sealed class PatternAlignmentTests
{
    private const int Points = 64;

    private static readonly ImmutableArray<Crystal> Crystals =
    [
        .. from cation in new[] { "Li", "K" } from anion in new[] { "F", "Br" } from edge in new[] { 4.2, 4.7, 5.2, 5.7 } select Prototype.Rocksalt.Primitive(cation, anion, edge),
    ];

    [Fact]
    public void The_second_view_is_the_crystals_own_however_its_cell_is_written()
    {
        var crystal = Prototype.Zincblende.Primitive("Ga", "As", 5.65);
        var view = PowderViews.Of(crystal, 256);
        var (sin, cos) = Math.SinCos(0.7);
        Cartesian Turn(Cartesian v) => new((cos * v.X) - (sin * v.Y), (sin * v.X) + (cos * v.Y), v.Z);
        var lattice = crystal.Lattice;
        Crystal[] written =
        [
            crystal.Supercell(2, 1, 3), crystal.WithSites([.. crystal.Sites.Reverse()]), crystal.Translated(new(0.31, 0.47, 0.83)),
            crystal.WithLattice(new(Turn(lattice.A), Turn(lattice.B), Turn(lattice.C))),
        ];
        Assert.All(written, other => Assert.Equal(view, PowderViews.Of(other, 256), (one, two) => Math.Abs(one - two) < 2e-3));
        Assert.Equal(1, view.Max());
        Assert.True(view.Zip(PowderViews.Of(Prototype.Zincblende.Primitive("Ga", "As", 5.9), 256), (one, two) => Math.Abs(one - two)).Max() > 0.3);
    }

    [Theory]
    [InlineData(0.5, 1.0)]
    [InlineData(0.0, 0.0)]
    public void Gradients_of_the_loss_are_those_of_finite_differences(double local, double focus)
    {
        using var model = Model(new() { Points = Points, LocalShare = local, Focus = focus, Weight = 1 });
        model.to(ScalarType.Float64);
        model.eval();
        var batch = BatchOf([.. Crystals.Take(5)]);
        using var scope = NewDisposeScope();
        Penalty(model, batch, focus).backward();
        foreach (var (name, parameter) in model.named_parameters())
        {
            if (parameter.grad is not { } gradient) continue;
            var values = gradient.contiguous().data<double>().ToArray();
            var place = Enumerable.Range(0, values.Length).MaxBy(i => Math.Abs(values[i]));
            var expected = Difference(model, batch, focus, parameter, place);
            Assert.True(Math.Abs(values[place] - expected) <= 1e-5 * Math.Max(1, Math.Abs(expected)), $"{name}[{place}]: gradient {values[place]}, difference {expected}");
        }
    }

    [Fact]
    public void Training_finds_the_pattern_of_each_crystal()
    {
        using var model = Model(new() { Points = Points, Weight = 1 });
        var batch = BatchOf(Crystals);
        var before = Found(model, batch);
        using var optimizer = optim.Adam(model.parameters(), 5e-3);
        var losses = new List<double>();
        model.train();
        for (var step = 0; step < 120; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = model.ForwardWithPenalty(batch).Penalty!;
            loss.backward();
            optimizer.step();
            losses.Add(loss.ToDouble());
        }
        Assert.True(losses[^1] < 0.5 * losses[0], $"{losses[0]} to {losses[^1]}");
        Assert.True(Found(model, batch) > Math.Max(before, 0.6), $"{before} to {Found(model, batch)} found");
    }

    [Fact]
    public void Without_focus_and_equal_patterns_the_loss_is_infonce()
    {
        using var scope = NewDisposeScope();
        var similarity = tensor([0.9, 0.1, 0.3, 0.2, 0.8, 0.4, 0.5, 0.6, 0.7], [3, 3]);
        var none = zeros(3, 3, ScalarType.Float64);
        var rows = nn.functional.cross_entropy(similarity / 0.2, arange(3L));
        var columns = nn.functional.cross_entropy(similarity.t() / 0.2, arange(3L));
        var plain = FocalContrast.Loss(similarity, none, 0.2, 0);
        Assert.Equal(((rows + columns) / 2).ToDouble(), plain.ToDouble(), 1e-9);
        Assert.True(FocalContrast.Loss(similarity, none, 0.2, 1).ToDouble() > plain.ToDouble()); // those easily mistaken count more
        var same = none.clone();
        same[0, 2] = same[2, 0] = tensor(1.0);
        Assert.True(FocalContrast.Loss(similarity, same, 0.2, 0).ToDouble() < plain.ToDouble());
        Assert.Equal(0, FocalContrast.Loss(similarity[..1, ..1], none[..1, ..1], 0.2, 1).ToDouble(), 1e-9); // a crystal alone has no negative
    }

    [Fact]
    public void A_trainer_shows_patterns_and_prediction_needs_none()
    {
        var data = TrainingData.Of([.. Crystals.Select((crystal, row) => new Sample($"{row}", crystal, [crystal.Lattice.Volume]))], new() { Cutoff = 5, MaxNeighbors = null });
        using var plain = Model(null);
        using var aligned = Model(new() { Points = Points });
        var options = new TrainerOptions { Epochs = 2, BatchSize = 8 };
        var (without, with) = (new Trainer(options).Fit(plain, data, data), new Trainer(options).Fit(aligned, data, data));
        Assert.True(with.Epochs[0].TrainingLoss > without.Epochs[0].TrainingLoss);
        Assert.All(with.Model.Predict(data).Cast<double>(), value => Assert.True(double.IsFinite(value)));
        Assert.Same(data.At([2]).Graphs[0], data.Graphs[2]);
        Assert.Equal(PowderViews.Of(Crystals[2], Points), data.At([2]).PatternsOf([0], Points));
        Assert.Contains("Alignment", Assert.Throws<InvalidOperationException>(() => plain.Similarity(BatchOf(Crystals), new float[Points])).Message);
        Assert.Contains("63 points", Assert.Throws<ArgumentException>(() => aligned.Similarity(BatchOf(Crystals), new float[63])).Message);
    }

    [Fact]
    public void An_option_outside_its_range_is_named()
    {
        Assert.Contains("Weight is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new PatternAlignment { Weight = 0 }).Message);
        Assert.Contains("Focus is -1", Assert.Throws<ArgumentOutOfRangeException>(() => new PatternAlignment { Focus = -1 }).Message);
        Assert.Contains("LocalShare is 2", Assert.Throws<ArgumentOutOfRangeException>(() => new PatternAlignment { LocalShare = 2 }).Message);
        Assert.Contains("Points is 100", Assert.Throws<ArgumentOutOfRangeException>(() => new PatternAlignment { Points = 100 }).Message);
    }

    [Fact]
    public void A_shape_with_everything_comes_back_from_its_words()
    {
        var options = new GemPpmOptions { Width = 8, Layers = 1, AngleChannels = 2, LayerScale = 0.3, Readout = new MixedReadout(), Alignment = new() { Points = Points, Focus = 2, LocalShare = 0 } };
        using var model = new GemPpmModel(options);
        using var again = (GemPpmModel)NetworkShape.Build(NetworkShape.Of(model));
        Assert.Equal(options, again.Options);
    }

    private static GemPpmModel Model(PatternAlignment? alignment) =>
        new(new() { Width = 16, Layers = 1, Dropout = 0, Normalization = Normalization.None, Alignment = alignment, Distances = new AngstromDistances { Cutoff = 5, Gaussians = 16 } });

    private static GraphBatch BatchOf(ImmutableArray<Crystal> crystals)
    {
        var batch = GraphBatch.Of(CrystalGraph.OfMany(crystals, new() { Cutoff = 5, MaxNeighbors = null }));
        batch.Patterns = [.. crystals.SelectMany(crystal => PowderViews.Of(crystal, Points))];
        return batch;
    }

    // The focal weights are not learned through; at a difference they must stand still.
    private static Tensor Penalty(GemPpmModel model, GraphBatch batch, double focus) =>
        focus == 0 ? model.ForwardWithPenalty(batch).Penalty! : model.Similarity(batch, batch.Patterns).square().sum();

    private static double Difference(GemPpmModel model, GraphBatch batch, double focus, Tensor parameter, int place)
    {
        const double step = 1e-6;
        using var still = no_grad();
        var values = parameter.view(-1);
        double LossAt(double shift)
        {
            values.narrow(0, place, 1).add_(shift);
            var loss = Penalty(model, batch, focus).ToDouble();
            values.narrow(0, place, 1).sub_(shift);
            return loss;
        }
        return (LossAt(step) - LossAt(-step)) / (2 * step);
    }

    /// <summary>Share of crystals whose own pattern is more like them than every other.</summary>
    private static double Found(GemPpmModel model, GraphBatch batch)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        model.eval();
        var nearest = model.Similarity(batch, batch.Patterns).argmax(1).data<long>().ToArray();
        return nearest.Select((pattern, crystal) => pattern == crystal ? 1.0 : 0).Average();
    }
}
