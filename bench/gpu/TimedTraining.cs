using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Gpu;

/// <summary>A training with its clock.</summary>
/// <param name="device">Where.</param>
/// <param name="batch">Crystals per step.</param>
/// <param name="epochs">Epochs at most.</param>
internal sealed class TimedTraining(Device device, int batch, int epochs)
{
    private TrainerOptions Recipe => new()
    {
        Epochs = epochs,
        BatchSize = batch,
        Graphs = GraphPlace.Device,
        Loss = new SquaredLoss(),
        Optimizer = new AdamOptimizer { WeightDecay = 0 },
        Schedule = new ConstantRate(),
        Stopping = new AllEpochs(),
    };

    /// <summary>CGCNN's own size: 64 features, 3 convolutions.</summary>
    public static PropertyModel CgcnnSize() => new CgcnnModel(new());

    /// <summary>GEM-PPM with all that is optional: joint readout and the reconstruction of edges.</summary>
    public static PropertyModel GemPpm() => new GemPpmModel(new() { Readout = new JointReadout(), ReconstructionWeight = 0.1 });

    /// <summary>A network that has seen a few crystals: to time its predictions.</summary>
    public TrainedModel Once(Func<PropertyModel> build, TrainingData few)
    {
        var model = build();
        model.to(device);
        return new Trainer(Recipe with { Epochs = 1 }).Fit(model, few, few).Model;
    }

    /// <summary>Trains as the reference does (Adam, squared error), and tells its pace.</summary>
    /// <param name="build">The network.</param>
    /// <param name="train">What it learns from.</param>
    /// <param name="validation">What it is judged by.</param>
    /// <param name="limit">Time after which no further epoch begins.</param>
    public (double PerSecond, double EpochSeconds, double MeanAbsoluteError, int Epochs) Run(Func<PropertyModel> build, TrainingData train, TrainingData validation, TimeSpan limit)
    {
        using var model = build();
        model.to(device);
        using var stop = new CancellationTokenSource();
        var clock = new EpochClock(stop, limit);
        try
        {
            new Trainer(Recipe).Fit(model, train, validation, clock, stop.Token);
        }
        catch (OperationCanceledException) when (clock.Epochs > 0)
        {
            // Time is up; what was measured stands.
        }
        return (train.Count / clock.Seconds, clock.Seconds, clock.ValidationError, clock.Epochs);
    }
}
