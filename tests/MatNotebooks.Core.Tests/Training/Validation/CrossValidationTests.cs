using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Validation;

namespace MatNotebooks.Core.Tests.Training.Validation;

public sealed class CrossValidationTests
{
    private static readonly TrainingData Data = SmallData.Of(24);
    private static readonly IReadOnlyList<DataSplit> Folds = GroupFolds.Of([.. Data.Samples.Select(sample => sample.Group)], 3, seed: 1, validation: 0);
    private static readonly ILearner Learner = new NetworkLearner("small", (seed, _) => SmallData.Model(seed), new() { Epochs = 3, BatchSize = 8 });

    [Fact]
    public void The_number_of_workers_does_not_change_the_result()
    {
        var one = new CrossValidation(Data, Folds) { Workers = 1, Seeds = [0, 1] }.Run(Learner);
        var two = new CrossValidation(Data, Folds) { Workers = 2, Seeds = [0, 1] }.Run(Learner);
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)], one.Select(fold => (fold.Fold, fold.Seed)));
        Assert.All(one.Zip(two), pair => Assert.Equal(pair.First.Test, pair.Second.Test));
    }

    [Fact]
    public void An_ensemble_says_the_mean_of_its_seeds()
    {
        var seeds = new CrossValidation(Data, Folds) { Seeds = [0, 1] }.Run(Learner);
        var mean = FoldPrediction.MeanOverSeeds(seeds);
        Assert.Equal((seeds[2].Test[0, 0] + seeds[3].Test[0, 0]) / 2, mean[1].Test[0, 0], 1e-12);
        using var ensemble = new EnsembleLearner(Learner, 2).Learn(Data.At(Folds[1].Train), Data.At(Folds[1].Train), seed: 0);
        Assert.Equal(mean[1].Test[0, 0], ensemble.Predict(Data.At(Folds[1].Test))[0, 0], 1e-12);
    }

    [Fact]
    public void Finished_folds_are_not_trained_again()
    {
        var path = Path.Combine(Path.GetTempPath(), $"matnb-{Guid.NewGuid():n}.jsonl");
        try
        {
            var counting = new CountingLearner(Learner);
            using (var stop = new CancellationTokenSource())
            {
                counting.StopAfter = (2, stop);
                Assert.ThrowsAny<OperationCanceledException>(() =>
                    new CrossValidation(Data, Folds) { Workers = 1, Ledger = new(path, "settings") }.Run(counting, null, stop.Token));
            }
            File.AppendAllText(path, "\n{\"Settings\":\"settings\",\"Lear"); // a line that a kill cut short
            var whole = new CrossValidation(Data, Folds) { Workers = 1, Ledger = new(path, "settings") }.Run(counting);
            Assert.Equal(3, counting.Learned);
            Assert.All(whole.Zip(new CrossValidation(Data, Folds).Run(Learner)), pair => Assert.Equal(pair.First.Test, pair.Second.Test));
            new CrossValidation(Data, Folds) { Ledger = new(path, "other settings") }.Run(counting);
            Assert.Equal(6, counting.Learned);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_goes_wrong_in_a_fold_is_told_as_it_is()
    {
        var wrong = new NetworkLearner("wrong", (_, _) => new MatNotebooks.Models.GemPpmModel(new() { Targets = 2, Width = 4 }), new());
        Assert.Contains("predicts 2", Assert.Throws<ArgumentException>(() => new CrossValidation(Data, Folds).Run(wrong)).Message);
    }

    private sealed class CountingLearner(ILearner learner) : ILearner
    {
        private int learned;

        public string Name => learner.Name;

        public int Learned => learned;

        public (int Count, CancellationTokenSource Source)? StopAfter { get; set; }

        public IPredictor Learn(TrainingData train, TrainingData validation, int seed, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
        {
            var predictor = learner.Learn(train, validation, seed, progress, CancellationToken.None);
            if (Interlocked.Increment(ref learned) == StopAfter?.Count)
            {
                StopAfter.Value.Source.Cancel();
                StopAfter = null;
            }
            return predictor;
        }
    }
}
