using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Training.Validation;

/// <summary>Trains a learner on every fold and from every seed, side by side, and predicts what each has not seen.</summary>
public sealed class CrossValidation
{
    private const int OwnRows = 256; // enough to see training go down, few enough to cost nothing
    private readonly TimeProvider clock;

    /// <summary>Prepares folds.</summary>
    /// <param name="data">All crystals.</param>
    /// <param name="splits">The folds.</param>
    /// <param name="clock">Measures time. The default is the system's.</param>
    /// <exception cref="ArgumentException">No fold.</exception>
    public CrossValidation(TrainingData data, IReadOnlyList<DataSplit> splits, TimeProvider? clock = null)
    {
        if (splits.Count == 0) throw new ArgumentException("There are no folds; at least one is needed.");
        (Data, Splits, this.clock) = (data, splits, clock ?? TimeProvider.System);
    }

    /// <summary>All crystals.</summary>
    public TrainingData Data { get; }

    /// <summary>The folds.</summary>
    public IReadOnlyList<DataSplit> Splits { get; }

    /// <summary>Seeds each fold is trained from, at least one. The default is 0 alone.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [0];

    /// <summary>How many are trained at the same time, each on one thread, at least 1. The default is one per core.</summary>
    /// <remarks>One worker per core with one thread each beats any other mix; the result does not depend on it.</remarks>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>What each fold's predictors are asked beside, by fold; nothing by default: only the fold's test rows.</summary>
    public Func<int, TrainingData>? Asked { get; init; }

    /// <summary>Remembers finished folds, so that an interrupted run goes on. The default is nobody.</summary>
    public FoldLedger? Ledger { get; init; }

    /// <summary>Trains and predicts.</summary>
    /// <param name="learner">What learns.</param>
    /// <param name="progress">Told after every epoch of every fold. The default is nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>One per fold and seed, ordered by fold, then by seed.</returns>
    public IReadOnlyList<FoldPrediction> Run(ILearner learner, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var jobs = (from fold in Enumerable.Range(0, Splits.Count) from seed in Seeds select (fold, seed)).ToArray();
        var results = new FoldPrediction[jobs.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(
                Partitioner.Create(0, jobs.Length, rangeSize: 1), // one job at a time, in order
                parallel,
                range => results[range.Item1] = Once(learner, jobs[range.Item1].fold, jobs[range.Item1].seed, progress, cancellation));
        }
        catch (AggregateException wrong)
        {
            ExceptionDispatchInfo.Throw(wrong.InnerExceptions[0]);
        }
        return results;
    }

    private FoldPrediction Once(ILearner learner, int fold, int seed, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        if (Ledger?.Find(learner.Name, fold, seed) is { } done) return done;
        var began = clock.GetTimestamp();
        var (train, stop) = (Data.At(Splits[fold].Train), Data.At(Splits[fold].Validation));
        // A learner that stops at the end of its schedule needs no validation rows; it is shown some of its own.
        using var predictor = learner.Learn(train, stop.Count > 0 ? stop : train.At(Enumerable.Range(0, Math.Min(OwnRows, train.Count))), seed, progress, cancellation);
        var result = new FoldPrediction(
            fold, seed, predictor.Predict(Data.At(Splits[fold].Test)), Asked is null ? new double[0, 0] : predictor.Predict(Asked(fold)), clock.GetElapsedTime(began));
        Ledger?.Add(learner.Name, result);
        return result;
    }
}
