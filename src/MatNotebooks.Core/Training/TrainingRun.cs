using System.Runtime.InteropServices;
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
    private readonly GradientGuard guard;
    private readonly ResidentTraining? resident;
    private int bestEpoch;
    private int batchSize;
    private string? notice;

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
        (guard, batchSize) = (new(options.GradientLimit), options.BatchSize);
        resident = KeepsOnDevice() ? new(trained, train, objective) : null;
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
        Peers.Meet(); // before the first writes over what the others read
        bestEpoch = history.Count == 0 ? 0 : history.MinBy(epoch => epoch.ValidationError)!.Number;
    }

    /// <summary>Trains one epoch, measures it and remembers it.</summary>
    public EpochRecord Advance(CancellationToken cancellation)
    {
        var number = history.Count + 1;
        var seed = unchecked((options.Seed * 1_000_003) + number);
        model.Reseed(seed + (Peers.Rank * 15_485_863)); // dropout of its own
        model.train();
        var order = Enumerable.Range(0, train.Count).ToArray();
        var random = new Random(seed);
        random.Shuffle(order);
        using var loss = new LossMean(Exploded);
        for (var from = 0; from < train.Count;)
        {
            var plan = new StepPlan(from, train.Count, batchSize);
            using var losses = Losses(plan, order, random);
            from = Walk(plan, losses, loss, cancellation);
        }
        var epoch = new EpochRecord(number, loss.Value(), Validate(), optimizer.ParamGroups.First().LearningRate);
        history.Add(epoch);
        if (bestEpoch == 0 || epoch.ValidationError < history[bestEpoch - 1].ValidationError) KeepBest(number);
        if (Peers.Rank == 0) checkpoint.Write(history);
        return epoch;
    }

    /// <summary>What a user should know of what happened since it was last asked; null where nothing did.</summary>
    public string? TakeNotice()
    {
        var said = notice;
        notice = null;
        return said;
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
        resident?.Dispose();
    }

    private IEpochLosses Losses(StepPlan plan, int[] order, Random random) => resident is null
        ? new HostLosses(plan, order, places => options.Augmentation.Change(trained.BatchOf(train, places), random), objective, model)
        : new DeviceLosses(plan, order, resident, objective, model);

    /// <summary>Makes the steps of a plan; where memory runs out, halves the batch and tells from which place to plan anew.</summary>
    private int Walk(StepPlan plan, IEpochLosses losses, LossMean loss, CancellationToken cancellation)
    {
        for (var step = 0; step < plan.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Step(losses, step, history.Count + plan.Done(step), loss);
            }
            catch (ExternalException lost) when (Peers.Count > 1)
            {
                throw MemoryShortage.Is(lost) ? TooSmall(lost) : Peers.Lost(lost);
            }
            catch (Exception wrong) when (MemoryShortage.Is(wrong))
            {
                Halve(wrong);
                return plan.Places(step).Start.Value;
            }
        }
        return train.Count;
    }

    private void Step(IEpochLosses losses, int step, double epoch, LossMean loss)
    {
        using var scope = NewDisposeScope();
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = options.Optimizer.LearningRate * options.Schedule.Factor(epoch, options.Epochs);
        optimizer.zero_grad();
        var total = losses.Of(step);
        total.backward();
        Peers.SumGradients(model);
        loss.Add(total); // before the step: a loss that is not finite must not spoil the weights
        if (guard.Pass(model)) optimizer.step();
        else notice = $"a gradient in epoch {history.Count + 1} was not finite; its step was left out";
        var number = (long)Math.Round(epoch * StepsPerEpoch) + 1;
        if (options.Averaging.Keep(number, epoch, options.Epochs) is { } keep) average.Follow(model, keep);
    }

    private void Halve(Exception shortage)
    {
        if (batchSize == 1 || Peers.Count > 1) throw TooSmall(shortage);
        optimizer.zero_grad();
        batchSize = Math.Max(1, Math.Min(batchSize, train.Count) / 2);
        notice = $"out of memory; goes on with {batchSize} crystals per step";
    }

    private InvalidOperationException TooSmall(Exception shortage) => new(
        Peers.Count > 1
            ? $"Memory is too small for {model.GetName()} on {options.BatchSize} crystals per step in {Peers.Count} processes, which cannot halve it apart; lower BatchSize."
            : $"Memory is too small for {model.GetName()} on a single crystal (up to {train.Graphs.Max(graph => graph.Edges):n0} edges); lower the cutoff or MaxNeighbors of its graphs, or leave the largest out.",
        shortage);

    private bool KeepsOnDevice()
    {
        var can = model.ReadsResident && objective.ReadsResident && options.Augmentation is NoAugmentation;
        return options.Graphs switch
        {
            GraphPlace.Host => false,
            GraphPlace.Device => can ? true : throw new ArgumentException($"Graphs is Device, which {model.GetName()} with this augmentation and these demands on predictions cannot use; set it to Automatic."),
            _ => can && Peers.Count == 1 && model.parameters().First().is_cuda,
        };
    }

    private InvalidOperationException Exploded(double loss) => new(
        $"The loss of {model.GetName()} is {loss} in epoch {history.Count + 1}; lower the learning rate of {options.Optimizer.LearningRate}.");

    private double Validate()
    {
        if (averages) average.Swap(model);
        var predicted = Peers.Predict(validation.Count, rows => trained.Predict(Peers.Count == 1 ? validation : validation.At(Enumerable.Range(0, validation.Count).Take(rows))));
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
