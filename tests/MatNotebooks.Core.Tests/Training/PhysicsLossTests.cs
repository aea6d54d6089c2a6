using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Models;
using MatNotebooks.Physics.Constraints;
using MatNotebooks.Tests;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Targets;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Training;

/// <summary>The physics loss in training (Eq. 19).</summary>
public sealed class PhysicsLossTests
{
    private static readonly PhysicalConstraint[] Isotropic = [new IsotropicModuli(bulk: 0, shear: 1, young: 2, poisson: 3), new PositiveModuli(0, 1, 2)];

    public static TheoryData<TargetTransform> Transforms => [new StandardizedTargets(), new LogarithmicTargets(), new ElementReferencedTargets()];

    [Theory]
    [MemberData(nameof(Transforms))]
    public void Tensors_are_brought_to_units_as_numbers_are(TargetTransform transform)
    {
        using var scope = NewDisposeScope();
        var data = SmallData.Of(6);
        var map = transform.Fit(data);
        var answers = randn(6, 1, ScalarType.Float64);
        var units = map.FromModel(data.Samples, answers).data<double>().ToArray();
        Assert.All(data.Samples.Select((sample, row) => map.FromModel(sample, 0, answers[row, 0].ToDouble()) - units[row]), error => Assert.Equal(0, error, 1e-9));
    }

    /// <summary>Moduli of AFLOW; Young's modulus and Poisson's ratio, which follow from them, are known of every fourth crystal alone.</summary>
    [SharedDataFact("aflow_structured/aflow_structured.jsonl.gz")]
    public void Predicted_moduli_agree_better_where_physics_demands_it()
    {
        var records = StructureRecords.Read(SharedData.PathOf("aflow_structured/aflow_structured.jsonl.gz"), _ => { })
            .Where(record => record.Number("bulk_modulus_vrh_GPa") > 0 && record.Number("shear_modulus_vrh_GPa") > 0 && record.Crystal.Sites.Length <= 6).Take(200).ToArray();
        var data = TrainingData.Of(records.Select(SampleOf), new() { Cutoff = 4.5, MaxNeighbors = null });
        var (train, held) = (data.At(Enumerable.Range(0, 150)), data.At(Enumerable.Range(150, 50)));
        var (free, bound) = (Violation(train, held, new(0)), Violation(train, held, new(1, Isotropic)));
        Assert.True(bound < 0.7 * free, $"violation {free} without, {bound} with the physics loss");
    }

    private static double Violation(TrainingData train, TrainingData held, PhysicsPenalty physics)
    {
        using var model = new GemPpmModel(new() { Width = 16, Layers = 1, Dropout = 0, Targets = 4, Distances = new ReducedDistances { Cutoff = 4.5 } });
        var options = new TrainerOptions { Epochs = 10, BatchSize = 16, Physics = physics, Stopping = new AllEpochs(), Optimizer = new AdamWOptimizer { LearningRate = 1e-2 } };
        var predicted = new Trainer(options).Fit(model, train, held).Model.Predict(held);
        using var scope = NewDisposeScope();
        return new PhysicsPenalty(1, Isotropic).Of(tensor([.. predicted.Cast<double>()], [held.Count, 4])).ToDouble();
    }

    private static Sample SampleOf(StructureRecord record, int row)
    {
        var (bulk, shear) = (record.RequiredNumber("bulk_modulus_vrh_GPa"), record.RequiredNumber("shear_modulus_vrh_GPa"));
        var stiff = (3 * bulk) + shear;
        return new(record.Id, record.Crystal, [bulk, shear, row % 4 == 0 ? 9 * bulk * shear / stiff : double.NaN, row % 4 == 0 ? ((3 * bulk) - (2 * shear)) / (2 * stiff) : double.NaN]);
    }
}
