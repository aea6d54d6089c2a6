using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Studies;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Gpu;

/// <summary>Checks that a device computes what the processor does: answers, gradients and a training, of every network.</summary>
/// <param name="device">The device.</param>
/// <param name="data">Crystals to compare on.</param>
/// <param name="say">Where it says what it found.</param>
internal sealed class EqualityCheck(Device device, TrainingData data, TextWriter say)
{
    /// <summary>Greatest difference allowed, as a part of the greatest value (at least 1).</summary>
    public const double Limit = 1e-4;

    private static readonly string[] WithoutNetwork = ["random-forest", "ridge"];

    /// <summary>Networks without chance in training, so that both devices can take the same course.</summary>
    private static readonly (string Name, Func<PropertyModel> Build)[] Trained =
    [
        ("gem-ppm", () => new GemPpmModel(new() { Dropout = 0, Readout = new JointReadout(), ReconstructionWeight = 0.1 })),
        ("gem-ppm, layer norm, reduced distances", () => new GemPpmModel(new() { Dropout = 0, Normalization = Normalization.Layer, Readout = new AttentionReadout(), Distances = new ReducedDistances() })),
        ("cgcnn", () => new CgcnnModel(new())),
        ("schnet", () => new SchNetModel(new())),
    ];

    /// <summary>Runs every check.</summary>
    /// <returns>The greatest difference | no unit.</returns>
    /// <exception cref="InvalidOperationException">A difference beyond the limit; the message names where.</exception>
    public double Run()
    {
        var worst = 0.0;
        foreach (var name in LearnerCatalogue.Names.Except(WithoutNetwork)) worst = Math.Max(worst, Require($"{name}, answers and gradients", AnswersAndGradients(name)));
        foreach (var (name, build) in Trained) worst = Math.Max(worst, Require($"{name}, training", TrainingCourse(build)));
        return worst;
    }

    private double Require(string what, double difference)
    {
        say.WriteLine($"equality: {what}: {difference:E1}");
        return difference <= Limit
            ? difference
            : throw new InvalidOperationException($"{what} on {device} differ from the processor's by {difference:G3}, more than {Limit}; nothing was timed.");
    }

    private double AnswersAndGradients(string name)
    {
        using var scope = NewDisposeScope();
        var (here, there) = (Course(name, CPU), Course(name, device));
        return here.Zip(there, Difference).Max();
    }

    /// <summary>Answers at rest, and the gradient of every parameter.</summary>
    private Tensor[] Course(string name, Device where)
    {
        using var model = ((NetworkLearner)LearnerCatalogue.Find(name, new())).Build(1, data);
        model.to(where);
        model.eval();
        using var batch = MatNotebooks.Graphs.GraphBatch.Of(data.Graphs);
        var answers = model.call(batch);
        (answers * answers).mean().backward();
        return [answers.detach().cpu(), .. model.parameters().Select(parameter => parameter.grad is { } gradient ? gradient.cpu() : zeros(1))];
    }

    /// <summary>The losses and validation errors of two epochs.</summary>
    private double TrainingCourse(Func<PropertyModel> build)
    {
        double[] Losses(Device where, GraphPlace graphs)
        {
            using var model = build();
            model.to(where);
            // Slow enough that rounding does not grow from step to step.
            var recipe = new TrainerOptions { Graphs = graphs, Epochs = 2, BatchSize = Math.Max(2, data.Count / 4), Optimizer = new AdamOptimizer { LearningRate = 1e-4 }, Stopping = new AllEpochs() };
            return [.. new Trainer(recipe).Fit(model, data, data).Epochs.SelectMany(epoch => new[] { epoch.TrainingLoss, epoch.ValidationError })];
        }
        return Losses(CPU, GraphPlace.Host).Zip(Losses(device, GraphPlace.Device), (one, other) => Math.Abs(one - other) / Math.Max(1, Math.Abs(one))).Max();
    }

    private static double Difference(Tensor one, Tensor other) =>
        (one - other).abs().max().ToDouble() / Math.Max(1, one.abs().max().ToDouble());
}
