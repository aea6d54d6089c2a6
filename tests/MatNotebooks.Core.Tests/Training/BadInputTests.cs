using System.Runtime.InteropServices;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Training;

/// <summary>Training data and trainings that go wrong: one clear error each, or a way around it that is told.</summary>
public sealed class BadInputTests
{
    private static readonly TrainingData Train = SmallData.Of(40);
    private static readonly TrainingData Validation = SmallData.Of(10, firstSeed: 100);

    public static TheoryData<string> Networks => ["gem-ppm", "cgcnn", "schnet"];

    [Fact]
    public void A_loss_that_is_not_a_number_is_an_error_and_leaves_the_weights_as_they_were()
    {
        using var model = SmallData.Model();
        var trainer = new Trainer(new() { Epochs = 3, BatchSize = 8, Loss = new FailingLoss(After: 7) });
        var wrong = Assert.Throws<InvalidOperationException>(() => trainer.Fit(model, Train, Validation));
        Assert.Contains("NaN in epoch 2", wrong.Message);
        Assert.Contains("lower the learning rate", wrong.Message);
        using var scope = NewDisposeScope();
        Assert.All(model.parameters(), parameter => Assert.True(parameter.isfinite().all().ToBoolean()));
    }

    [Fact]
    public void A_step_whose_gradient_is_not_finite_is_left_out_and_told()
    {
        using var model = SmallData.Model();
        var told = new List<TrainingProgress>();
        var trainer = new Trainer(new() { Epochs = 2, BatchSize = 8, Loss = new EndlessSlopeLoss(At: 2) });
        var result = trainer.Fit(model, Train, Validation, new Teller(told.Add));
        Assert.Contains("not finite", told[0].Notice);
        Assert.Null(told[1].Notice);
        Assert.All(result.Epochs, epoch => Assert.True(double.IsFinite(epoch.TrainingLoss) && double.IsFinite(epoch.ValidationError)));
    }

    [Fact]
    public void A_gradient_that_stays_without_end_is_an_error()
    {
        using var model = SmallData.Model();
        var trainer = new Trainer(new() { Epochs = 5, BatchSize = 8, Loss = new EndlessSlopeLoss(At: null) });
        Assert.Contains("10 steps", Assert.Throws<InvalidOperationException>(() => trainer.Fit(model, Train, Validation)).Message);
    }

    [Fact]
    public void When_memory_runs_out_the_batch_is_halved_and_every_crystal_still_seen()
    {
        using var model = SmallData.Model();
        var told = new List<TrainingProgress>();
        var loss = new SmallMemoryLoss(Most: 9);
        new Trainer(new() { Epochs = 2, BatchSize = 40, Loss = loss }).Fit(model, Train, Validation, new Teller(told.Add));
        Assert.Contains("5 crystals per step", told[0].Notice); // 40, 20, 10, 5
        Assert.Null(told[1].Notice);
        Assert.Equal(2 * Train.Count, loss.Seen);
    }

    [Fact]
    public void Memory_too_small_for_one_crystal_is_an_error()
    {
        using var model = SmallData.Model();
        var trainer = new Trainer(new() { Epochs = 1, BatchSize = 4, Loss = new SmallMemoryLoss(Most: 0) });
        Assert.Contains("single crystal", Assert.Throws<InvalidOperationException>(() => trainer.Fit(model, Train, Validation)).Message);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Isolated_atoms_one_atom_cells_and_a_cell_of_500_atoms_are_learned_together(string network)
    {
        var isolated = new Crystal(Lattice.Cubic(40), [new(PeriodicTable.Find("Ar"), default(Fractional))]);
        var single = new Crystal(Lattice.Cubic(3), [new(PeriodicTable.Find("Po"), default(Fractional))]);
        var large = Prototype.Rocksalt.Primitive("Mg", "O", 4.2).Supercell(10, 5, 5); // 500 atoms
        Assert.Equal(500, large.Sites.Length);
        var data = TrainingData.Of([new("isolated", isolated, [0.1]), new("single", single, [0.5]), new("large", large, [-3]), new("other", isolated, [0.2])], new() { Cutoff = 5, MaxNeighbors = 12 });
        AssertLearns(network, data, new() { Epochs = 2, BatchSize = 2 });
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Crystals_without_a_single_bond_are_learned(string network)
    {
        var data = TrainingData.Of(
            Enumerable.Range(0, 6).Select(place => new Sample($"gas-{place}", new(Lattice.Cubic(30 + place), [new(PeriodicTable.Find(place % 2 == 0 ? "Ar" : "Ne"), default(Fractional))]), [place])),
            new() { Cutoff = 5 });
        AssertLearns(network, data, new() { Epochs = 2, BatchSize = 3 });
    }

    [Fact]
    public void Targets_that_are_all_the_same_are_predicted_as_such()
    {
        var data = TrainingData.Of(Train.Samples.Select(sample => sample with { Targets = [7.5] }), new() { Cutoff = 5 });
        using var model = SmallData.Model(dropout: 0);
        var result = new Trainer(new() { Epochs = 30, BatchSize = 8, Optimizer = new AdamOptimizer { LearningRate = 1e-2 } }).Fit(model, data, data);
        Assert.All(result.Model.Predict(data).Cast<double>(), value => Assert.InRange(value, 7, 8));
    }

    [Fact]
    public void No_crystals_to_learn_from_is_an_error()
    {
        using var model = SmallData.Model();
        Assert.Contains("no training data", Assert.Throws<ArgumentException>(() => new Trainer(new()).Fit(model, Train.At([]), Validation)).Message);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void One_atom_per_step_has_no_spread_to_normalise_by_and_is_learned_all_the_same(string network) => AssertLearns(
        network,
        TrainingData.Of([new("single", new(Lattice.Cubic(3), [new(PeriodicTable.Find("Po"), default(Fractional))]), [1])], new() { Cutoff = 5 }),
        new() { Epochs = 2 });

    [Fact]
    public void Where_one_row_cannot_be_normalised_that_is_said()
    {
        using var norm = nn.BatchNorm1d(3);
        using var row = ones(1, 3);
        Assert.Contains("at least 2 rows", Assert.Throws<ArgumentException>(() => norm.call(row)).Message);
    }

    [Theory]
    [InlineData("gem-ppm")]
    [InlineData("cgcnn")]
    public void Training_with_graphs_on_the_device_takes_the_course_of_the_hosts(string network)
    {
        double[] Course(GraphPlace place)
        {
            using var model = Build(network);
            var result = new Trainer(new() { Epochs = 3, BatchSize = 8, Graphs = place }).Fit(model, Train, Validation);
            var predicted = new double[Validation.Count, 1];
            if (place == GraphPlace.Device) result.Model.PredictOnDevice(Validation, predicted);
            else predicted = result.Model.Predict(Validation);
            return [.. result.Epochs.SelectMany(epoch => new[] { epoch.TrainingLoss, epoch.ValidationError }), .. predicted.Cast<double>()];
        }
        Assert.All(Course(GraphPlace.Host).Zip(Course(GraphPlace.Device)), pair => Assert.Equal(pair.First, pair.Second, 1e-4 * Math.Max(1, Math.Abs(pair.First))));
    }

    [Fact]
    public void A_network_that_reads_the_hosts_memory_cannot_be_told_otherwise()
    {
        using var model = new LstmModel(new());
        Assert.Contains("set it to Automatic", Assert.Throws<ArgumentException>(() => new Trainer(new() { Graphs = GraphPlace.Device }).Fit(model, Train, Validation)).Message);
    }

    [Fact]
    public void Gradients_shortened_without_asking_are_those_shortened_with()
    {
        using var scope = NewDisposeScope();
        using var one = nn.Linear(3, 2);
        using var other = nn.Linear(3, 2);
        foreach (var (here, there) in one.parameters().Zip(other.parameters())) (here.grad, there.grad) = (ones_like(here) * 3, ones_like(there) * 3);
        nn.utils.clip_grad_norm_(one.parameters(), 1);
        new GradientGuard(1).ShortenUnasked(other);
        Assert.All(one.parameters().Zip(other.parameters()), pair => Assert.Equal(pair.First.grad!.data<float>().ToArray(), pair.Second.grad!.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6));
    }

    private static void AssertLearns(string network, TrainingData data, TrainerOptions options)
    {
        using var model = Build(network);
        var result = new Trainer(options).Fit(model, data, data);
        Assert.All(result.Epochs, epoch => Assert.True(double.IsFinite(epoch.TrainingLoss)));
        Assert.All(result.Model.Predict(data).Cast<double>(), value => Assert.True(double.IsFinite(value)));
    }

    private static PropertyModel Build(string network)
    {
        var scale = new AngstromDistances { Cutoff = 5, Gaussians = 8 };
        return network switch
        {
            "gem-ppm" => SmallData.Model(dropout: 0),
            "cgcnn" => new CgcnnModel(new() { Width = 8, Layers = 1, Distances = scale }),
            _ => new SchNetModel(new() { Width = 8, Layers = 1, Distances = scale }),
        };
    }

    private sealed class Teller(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }

    /// <summary>The mean absolute error, and no number once it was asked often enough.</summary>
    private sealed record FailingLoss(int After) : TrainingLoss
    {
        private int asked;

        public override Tensor Of(Tensor predicted, Tensor target)
        {
            var loss = new AbsoluteLoss().Of(predicted, target);
            return ++asked > After ? loss * double.NaN : loss;
        }
    }

    /// <summary>Adds √|0 · x|: of no height, and of no finite slope.</summary>
    private sealed record EndlessSlopeLoss(int? At) : TrainingLoss
    {
        private int asked;

        public override Tensor Of(Tensor predicted, Tensor target)
        {
            var loss = new AbsoluteLoss().Of(predicted, target);
            return At is null || ++asked == At ? loss + (predicted - predicted.detach()).abs().sqrt().sum() : loss;
        }
    }

    /// <summary>The mean absolute error on a machine whose memory holds a few crystals.</summary>
    private sealed record SmallMemoryLoss(int Most) : TrainingLoss
    {
        public long Seen { get; private set; }

        public override Tensor Of(Tensor predicted, Tensor target)
        {
            if (target.shape[0] > Most) throw new ExternalException("CUDA out of memory. Tried to allocate 2.00 GiB");
            Seen += target.shape[0];
            return new AbsoluteLoss().Of(predicted, target);
        }
    }
}
