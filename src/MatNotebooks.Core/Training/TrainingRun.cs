using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Targets;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>One training under way: everything that changes from epoch to epoch.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainerOptions options;
    private readonly PropertyModel model;
    private readonly TrainingData train, validation;
    private readonly TrainedModel trained;
    private readonly Checkpoint checkpoint;
    private readonly OptimizerHelper optimizer;
    private readonly AveragedWeights average, best;
    private readonly List<EpochRecord> history = [];
    private readonly bool averages;
    private readonly TrainingObjective objective;
    private readonly ValidationError error;
    private int bestEpoch;

    public TrainingRun(TrainerOptions options, PropertyModel model, TrainingData train, TrainingData validation)
    {
        (this.options, this.model, this.train, this.validation) = (options, model, train, validation);
        var map = options.Targets.Fit(train, classes => new ClassLogits(classes));
        trained = new(model, map, ConditionScaling.Fit(train));
        (objective, error) = (new(options, train, map), new(train));
        optimizer = options.Optimizer.Build(model.parameters());
        (average, best) = (new(model), new(model));
        averages = options.Averaging.Keep(1, 0, options.Epochs) is not null;
        checkpoint = new(options.Checkpoint, model, optimizer, average, best);
    }

    /// <summary>Epochs done.</summary>
    public IReadOnlyList<EpochRecord> History => history;

    /// <summary>Whether no epoch is left to do.</summary>
    public bool IsOver => history.Count >= options.Epochs || (history.Count > 0 && options.Stopping.EndsAfter(history.Count, bestEpoch));

    private int StepsPerEpoch => (train.Count + options.BatchSize - 1) / options.BatchSize;

    /// <summary>Takes over what the checkpoint holds, if there is one.</summary>
    public void Resume()
    {
        history.AddRange(checkpoint.Read());
        bestEpoch = history.Count == 0 ? 0 : history.MinBy(epoch => epoch.ValidationError)!.Number;
    }

    /// <summary>Trains one epoch, measures it and remembers it.</summary>
    public EpochRecord Advance(CancellationToken cancellation)
    {
        var number = history.Count + 1;
        var seed = unchecked((options.Seed * 1_000_003) + number);
        model.Reseed(seed);
        model.train();
        var order = Enumerable.Range(0, train.Count).ToArray();
        var random = new Random(seed);
        random.Shuffle(order);
        using var batches = new BatchesAhead(
            StepsPerEpoch, step => options.Augmentation.Change(trained.BatchOf(train, order[Places(step)]), random));
        var loss = 0.0;
        for (var step = 0; step < StepsPerEpoch; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var batch = batches.Next();
            loss += Step(batch, order[Places(step)], number - 1 + ((double)step / StepsPerEpoch)) / StepsPerEpoch;
        }
        var epoch = new EpochRecord(number, loss, Validate(), optimizer.ParamGroups.First().LearningRate);
        history.Add(epoch);
        if (bestEpoch == 0 || epoch.ValidationError < history[bestEpoch - 1].ValidationError) KeepBest(number);
        checkpoint.Write(history);
        return epoch;
    }

    /// <summary>Gives the model the weights that the rules say, and tells what training came to.</summary>
    public TrainingResult Finish()
    {
        if (options.Stopping.KeepsBest) best.Swap(model);
        else if (averages) average.Swap(model);
        model.eval();
        return new(trained, history, options.Stopping.KeepsBest ? history[bestEpoch - 1] : history[^1]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        average.Dispose();
        best.Dispose();
    }

    /// <summary>Steps of nearly equal size: a last one of a single crystal would have no spread to normalise by.</summary>
    private Range Places(int step) => (int)((long)step * train.Count / StepsPerEpoch)..(int)((step + 1L) * train.Count / StepsPerEpoch);

    private double Step(GraphBatch batch, int[] places, double epoch)
    {
        using var scope = NewDisposeScope();
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = options.Optimizer.LearningRate * options.Schedule.Factor(epoch, options.Epochs);
        optimizer.zero_grad();
        var total = objective.Of(model, batch, places);
        total.backward();
        nn.utils.clip_grad_norm_(model.parameters(), options.GradientLimit);
        optimizer.step();
        var step = (long)Math.Round(epoch * StepsPerEpoch) + 1;
        if (options.Averaging.Keep(step, epoch, options.Epochs) is { } keep) average.Follow(model, keep);
        var value = total.ToDouble();
        return double.IsFinite(value)
            ? value
            : throw new InvalidOperationException(
                $"The loss of {model.GetName()} is {value} in epoch {history.Count + 1}; lower the learning rate of {options.Optimizer.LearningRate}.");
    }

    private double Validate()
    {
        if (averages) average.Swap(model);
        var predicted = trained.Predict(validation);
        if (averages) average.Swap(model);
        return error.Of(predicted, validation);
    }

    private void KeepBest(int epoch)
    {
        bestEpoch = epoch;
        if (averages) average.Swap(model);
        best.Follow(model, 0);
        if (averages) average.Swap(model);
    }
}
