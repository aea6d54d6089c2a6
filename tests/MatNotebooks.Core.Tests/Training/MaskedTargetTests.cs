using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Metrics;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Targets;
using MatNotebooks.Training.Validation;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Training;

/// <summary>Several targets, of which not every crystal has each: what is not known teaches nothing and spoils nothing.</summary>
public sealed class MaskedTargetTests
{
    private const double Unknown = double.NaN;

    private static readonly TrainingData Train = Masked(40, 0), Validation = Masked(12, 100);

    public static TheoryData<TrainingLoss> Losses => [new AbsoluteLoss(), new SquaredLoss(), new HuberLoss(), new CrossEntropyLoss { Smoothing = 0.1 }];

    [Theory]
    [MemberData(nameof(Losses))]
    public void What_is_not_known_has_no_loss_and_no_gradient(TrainingLoss loss)
    {
        using var scope = NewDisposeScope();
        var predicted = tensor([0.3, -1.2, 0.8, 0.1, 2.0, -0.4], [3, 2]).requires_grad_();
        var target = tensor([1, 0, Unknown, Unknown, 0, 1], [3, 2]);
        var known = loss.Of(cat([predicted[..1], predicted[2..]], 0), cat([target[..1], target[2..]], 0));
        var masked = loss.Of(predicted, target);
        Assert.Equal(known.ToDouble(), masked.ToDouble(), 1e-12);
        masked.backward();
        var gradient = predicted.grad!.data<double>().ToArray();
        Assert.Equal([0, 0], gradient[2..4]);
        Assert.All(gradient.Where((_, place) => place is not (2 or 3)), value => Assert.True(double.IsFinite(value) && value != 0));
        Assert.Equal(0, loss.Of(predicted, full_like(target, Unknown)).ToDouble());
    }

    [Fact]
    public void Each_target_is_brought_to_one_scale_by_the_crystals_that_have_it()
    {
        double[] known = [.. Train.Values(1).Where(value => !double.IsNaN(value))];
        var map = (AffineMap)new StandardizedTargets().Fit(Train);
        Assert.Equal(known.Average(), map.Centers[1], 1e-12);
        Assert.True(double.IsNaN(map.ToModel(Train.Samples[0])[1]) != !double.IsNaN(Train.Samples[0].Targets[1]));
        Assert.Equal(known.Length, Train.Samples.Count(sample => double.IsFinite(map.ToModel(sample)[1])));
        TrainingData someKnown = Train.At(Enumerable.Range(0, Train.Count).Where(row => !double.IsNaN(Train.Samples[row].Targets[1])));
        var (all, some) = ((ReferencedMap)new ElementReferencedTargets().Fit(Train), (ReferencedMap)new ElementReferencedTargets().Fit(someKnown));
        Assert.Equal(some.References[1], all.References[1]);
        Assert.NotEqual(some.References[0], all.References[0]);
    }

    [Fact]
    public void A_target_that_no_crystal_has_and_a_crystal_that_has_none_are_named()
    {
        var alone = Train.At(Enumerable.Range(0, Train.Count).Where(row => double.IsNaN(Train.Samples[row].Targets[1])));
        Assert.Contains("has target 2 of 2", Assert.Throws<ArgumentException>(() => new StandardizedTargets().Fit(alone)).Message);
        var salt = Prototype.Rocksalt.Primitive("Na", "Cl", 5.6);
        Assert.Contains("bare", Assert.Throws<ArgumentException>(() => TrainingData.Of([new Sample("bare", salt, [Unknown, Unknown])], new())).Message);
    }

    [Fact]
    public void Both_targets_are_learned_and_each_is_measured_by_the_crystals_that_have_it()
    {
        using var model = Network(targets: 2);
        var options = new TrainerOptions { Epochs = 30, BatchSize = 8, Optimizer = new AdamOptimizer { LearningRate = 1e-2 } };
        var result = new Trainer(options).Fit(model, Train, Validation);
        var predicted = result.Model.Predict(Validation);
        var scores = TargetScores.Of(predicted, Validation);
        Assert.Equal([12, 6], scores.Select(score => score!.Count));
        var (first, second) = (Deviation(Train.Values()), Deviation(Train.Values(1)));
        Assert.Equal((scores[0]!.MeanAbsoluteError / first / 2) + (scores[1]!.MeanAbsoluteError / second / 2), result.Kept.ValidationError, 1e-9);
        Assert.True(result.Kept.ValidationError < 0.5 * result.Epochs[0].ValidationError, $"{result.Epochs[0]} to {result.Kept}");
        Assert.Contains("2 are predicted; the data have 12", Assert.Throws<ArgumentException>(() => TargetScores.Of(new double[3, 2], Validation)).Message.Replace("3 crystals × 2 targets", "2", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_of_one_target_do_not_depend_on_those_missing_of_another()
    {
        using var ridge = new RidgeLearner().Learn(Train, Validation, 0);
        using var forest = new RandomForestLearner { Forest = new() { Trees = 3 } }.Learn(Train, Validation, 0);
        var known = Train.At(Enumerable.Range(0, Train.Count).Where(row => !double.IsNaN(Train.Samples[row].Targets[1])));
        using var alone = new RidgeLearner().Learn(known, Validation, 0);
        var (both, one) = (ridge.Predict(Validation), alone.Predict(Validation));
        Assert.All(Enumerable.Range(0, Validation.Count), row => Assert.Equal(one[row, 1], both[row, 1], 1e-9));
        Assert.All(forest.Predict(Validation).Cast<double>(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Several_numbers_of_records_become_targets()
    {
        StructureRecord Record(string id, params (string, double)[] values) => new(
            id, Prototypes.Rocksalt("Na", "Cl", 5.6), values.ToDictionary(pair => pair.Item1, pair => JsonSerializer.SerializeToElement(pair.Item2)));
        var data = TrainingData.Of([Record("a", ("bulk", 24), ("shear", 14)), Record("b", ("bulk", 25))], ["bulk", "shear"], new() { Cutoff = 4 });
        Assert.Equal((2, 2), (data.Targets, data.Outputs));
        Assert.Equal([14, Unknown], data.Values(1));
        Assert.Contains("no targets", Assert.Throws<ArgumentException>(() => TrainingData.Of([Record("a")], Array.Empty<string>(), new())).Message);
    }

    private static double Deviation(double[] values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        return Math.Sqrt(known.Average(value => Math.Pow(value - known.Average(), 2)));
    }

    private static GemPpmModel Network(int targets) =>
        new(new() { Width = 8, Layers = 1, Dropout = 0, Targets = targets, Distances = new AngstromDistances { Cutoff = 5, Gaussians = 8 } });

    /// <summary>Lattice constants, and of every other crystal the volume, in thousands.</summary>
    private static TrainingData Masked(int crystals, int firstSeed) => TrainingData.Of(
        SmallData.Of(crystals, firstSeed).Samples.Select((sample, row) =>
            sample with { Targets = [sample.Targets[0], row % 2 == 0 ? Unknown : 1000 * Math.Pow(sample.Targets[0], 3)] }),
        new() { Cutoff = 5, MaxNeighbors = null });
}
