using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Training;

public sealed class TrainerTests
{
    private static readonly TrainerOptions Short = new() { Epochs = 6, BatchSize = 8, Averaging = new ExponentialAverage(0.9) };

    private static readonly TrainingData Train = SmallData.Of(40);
    private static readonly TrainingData Validation = SmallData.Of(10, firstSeed: 100);

    [Fact]
    public void Training_learns()
    {
        using var model = SmallData.Model(dropout: 0);
        var options = new TrainerOptions { Epochs = 40, BatchSize = 8, Optimizer = new AdamOptimizer { LearningRate = 1e-2 } };
        var result = new Trainer(options).Fit(model, Train, Validation);
        Assert.True(result.Kept.ValidationError < 0.4 * result.Epochs[0].ValidationError, $"{result.Epochs[0]} to {result.Kept}");
        Assert.Equal(result.Epochs.Min(epoch => epoch.ValidationError), result.Kept.ValidationError);
        var predicted = result.Model.Predict(Validation);
        var error = Validation.Values().Select((value, row) => Math.Abs(value - predicted[row, 0])).Average();
        Assert.Equal(result.Kept.ValidationError, error, 1e-9);
    }

    [Fact]
    public void The_same_seed_trains_the_same_weights_also_beside_another_training()
    {
        var alone = WeightsAfter(Short);
        float[][] beside = [[], []];
        Parallel.For(0, 2, place => beside[place] = WeightsAfter(Short with { Seed = place }));
        Assert.Equal(alone, beside[0]);
        Assert.NotEqual(alone, beside[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_training_cut_off_in_mid_epoch_goes_on_as_if_it_had_not_been(int epochsBefore)
    {
        var path = Path.Combine(Path.GetTempPath(), $"matnb-{Guid.NewGuid():n}.checkpoint");
        try
        {
            var options = Short with { Checkpoint = path };
            using (var cutOff = SmallData.Model())
            using (var plug = new CancellationTokenSource())
            {
                var steps = (epochsBefore * Train.Count / options.BatchSize) + 3;
                var trainer = new Trainer(options with { Loss = new InterruptedLoss(steps, plug) });
                Assert.Throws<OperationCanceledException>(() => trainer.Fit(cutOff, Train, Validation, null, plug.Token));
            }
            File.WriteAllText(path + ".part", "what a kill leaves of a checkpoint half written");
            var epochs = new List<TrainingProgress>();
            var resumed = WeightsAfter(options, new Reporter(epochs.Add), seed: epochsBefore == 0 ? 0 : 99); // weights come from the file
            Assert.Equal(epochsBefore + 1, epochs[0].Epoch.Number);
            Assert.Equal(WeightsAfter(Short), resumed);
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".part");
        }
    }

    [Fact]
    public void A_checkpoint_of_another_network_is_refused_by_name()
    {
        var path = Path.Combine(Path.GetTempPath(), $"matnb-{Guid.NewGuid():n}.checkpoint");
        try
        {
            var options = Short with { Epochs = 1, Checkpoint = path };
            using var model = SmallData.Model();
            new Trainer(options).Fit(model, Train, Validation);
            using var other = new GemPpmModel(new() { Width = 4 });
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => new Trainer(options).Fit(other, Train, Validation)).Message);
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^20]);
            Assert.Contains("Delete it", Assert.Throws<InvalidDataException>(() => new Trainer(options).Fit(model, Train, Validation)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Early_stopping_ends_and_keeps_the_best()
    {
        using var model = SmallData.Model();
        var options = new TrainerOptions { Epochs = 200, BatchSize = 8, Stopping = new EarlyStopping(3), Optimizer = new AdamOptimizer { LearningRate = 2e-2 }, Schedule = new ConstantRate() };
        var result = new Trainer(options).Fit(model, Train, Validation);
        Assert.InRange(result.Epochs.Count, 4, 199);
        Assert.Equal(result.Epochs.Count - 3, result.Kept.Number);
    }

    [Fact]
    public void Progress_tells_the_time_that_is_left()
    {
        var clock = new SteppingClock(TimeSpan.FromSeconds(2));
        var told = new List<TrainingProgress>();
        using var model = SmallData.Model();
        new Trainer(Short, clock).Fit(model, Train, Validation, new Reporter(told.Add));
        Assert.Equal([1, 2, 3, 4, 5, 6], told.Select(progress => progress.Epoch.Number));
        Assert.Equal(TimeSpan.FromSeconds(10), told[0].Remaining); // 2 s each, 5 to go
        Assert.Equal(TimeSpan.Zero, told[^1].Remaining);
    }

    [Fact]
    public void Data_that_do_not_fit_the_network_are_refused()
    {
        using var two = new GemPpmModel(new() { Width = 4, Targets = 2 });
        Assert.Contains("predicts 2", Assert.Throws<ArgumentException>(() => new Trainer(Short).Fit(two, Train, Validation)).Message);
        using var model = SmallData.Model();
        Assert.Contains("no validation data", Assert.Throws<ArgumentException>(() => new Trainer(Short).Fit(model, Train, Train.At([]))).Message);
    }

    [Fact]
    public void A_loss_that_explodes_is_an_error_that_says_what_to_do()
    {
        using var model = SmallData.Model();
        var options = Short with { Epochs = 50, Optimizer = new AdamOptimizer { LearningRate = 1e30 }, Loss = new SquaredLoss() };
        Assert.Contains("lower the learning rate", Assert.Throws<InvalidOperationException>(() => new Trainer(options).Fit(model, Train, Validation)).Message);
    }

    private static float[] WeightsAfter(TrainerOptions options, IProgress<TrainingProgress>? progress = null, int seed = 0)
    {
        using var model = SmallData.Model(seed);
        new Trainer(options).Fit(model, Train, Validation, progress);
        using var scope = NewDisposeScope();
        return [.. model.state_dict().Values.SelectMany(value => value.to_type(ScalarType.Float32).contiguous().data<float>().ToArray())];
    }

    private sealed class Reporter(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }

    /// <summary>Time that passes by one step whenever it is asked, counted in epochs: the trainer asks once at the start and once per epoch.</summary>
    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private long asked;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => asked++ * step.Ticks;
    }
}
