using MatNotebooks.Models;

namespace MatNotebooks.Training;

/// <summary>Trains networks.</summary>
/// <param name="options">How. The defaults are the paper's protocol.</param>
/// <param name="clock">Measures time for progress. The default is the system's.</param>
public sealed class Trainer(TrainerOptions options, TimeProvider? clock = null)
{
    /// <summary>How it trains.</summary>
    public TrainerOptions Options { get; } = options;

    /// <summary>Trains a network; the same seed and number of threads give the same weights, bit for bit. A network that reads no conditions is shown none.</summary>
    /// <param name="model">The network; it is changed in place.</param>
    /// <param name="train">What it learns from.</param>
    /// <param name="validation">What tells when to stop.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends training after the running step; the checkpoint, if there is one, holds the last whole epoch.</param>
    /// <exception cref="ArgumentException">No training data, no validation data, or data whose targets or conditions do not fit the network.</exception>
    /// <remarks>
    /// Where memory runs out in a step, the batch is halved from there on; a step whose gradient is not finite is left out. Both are told as
    /// <see cref="TrainingProgress.Notice"/>. In a process that joined others (<see cref="Peers"/>) each learns from its share of every step.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The loss is no longer finite, or the gradients are not, or memory is too small for one crystal.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is of another training.</exception>
    public TrainingResult Fit(
        PropertyModel model,
        TrainingData train,
        TrainingData validation,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check(model, train, "training");
        Check(model, validation, "validation");
        if (Math.Min(train.Count, Options.BatchSize) < Peers.Count)
            throw new ArgumentException($"{Math.Min(train.Count, Options.BatchSize)} crystals per step for {Peers.Count} processes; each needs at least one: raise BatchSize, or train with fewer.");
        using var run = new TrainingRun(Options, model, train, validation);
        run.Resume();
        var time = clock ?? TimeProvider.System;
        var (began, before) = (time.GetTimestamp(), run.History.Count);
        while (!run.IsOver)
        {
            var epoch = run.Advance(cancellation);
            var elapsed = time.GetElapsedTime(began);
            var pace = elapsed / (epoch.Number - before);
            progress?.Report(new(model.GetName(), epoch, Options.Epochs, elapsed, pace * (Options.Epochs - epoch.Number)) { Notice = run.TakeNotice() });
        }
        return run.Finish();
    }

    private static void Check(PropertyModel model, TrainingData data, string role)
    {
        if (data.Count == 0) throw new ArgumentException($"There are no {role} data; at least one crystal is needed.");
        if (data.Outputs != model.Targets)
            throw new ArgumentException(
                $"The {role} data carry {data.Outputs} {(data.Classes.Count > 0 ? "classes" : "targets")}, {model.GetName()} predicts {model.Targets}; set Targets of the model's options to {data.Outputs}.");
        if (model.Conditions > 0 && data.Conditions != model.Conditions)
            throw new ArgumentException(
                $"The {role} data carry {data.Conditions} conditions, {model.GetName()} reads {model.Conditions}; set Conditions of the model's options to {data.Conditions}, or to 0 to read none.");
    }
}
