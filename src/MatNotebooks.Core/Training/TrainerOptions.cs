using MatNotebooks.Physics.Constraints;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training;

/// <summary>How a network is trained. The defaults are the paper's protocol (§4.2).</summary>
public sealed record TrainerOptions
{
    /// <summary>Passes over the training data at most, at least 1. The default is 300.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Epochs { get; init => field = AtLeastOne(value, nameof(Epochs)); } = 300;

    /// <summary>Crystals per step, at least 1. The default is 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int BatchSize { get; init => field = AtLeastOne(value, nameof(BatchSize)); } = 64;

    /// <summary>The optimiser. The default is Adam, learning rate 1e-3, weight decay 1e-5.</summary>
    public OptimizerChoice Optimizer { get; init; } = new AdamOptimizer();

    /// <summary>The learning rate over time. The default is × 0.95 per epoch.</summary>
    public LearningRateSchedule Schedule { get; init; } = new ExponentialDecay();

    /// <summary>The loss of numbers. The default is the mean absolute error.</summary>
    public TrainingLoss Loss { get; init; } = new AbsoluteLoss();

    /// <summary>The loss where classes are learned. The default is cross-entropy.</summary>
    public TrainingLoss ClassLoss { get; init; } = new CrossEntropyLoss();

    /// <summary>When training ends. The default is early stopping after 50 epochs without improvement.</summary>
    public StoppingRule Stopping { get; init; } = new EarlyStopping();

    /// <summary>What is changed in the crystals of a step. The default is nothing; the paper moves atoms at random.</summary>
    public Augmentation Augmentation { get; init; } = new NoAugmentation();

    /// <summary>Averaging of weights. The default is none.</summary>
    public WeightAveraging Averaging { get; init; } = new NoAveraging();

    /// <summary>What is done to targets that are numbers. The default is mean 0 and standard deviation 1, of each over the crystals that have it.</summary>
    public TargetTransform Targets { get; init; } = new StandardizedTargets();

    /// <summary>
    /// The physics loss (Eq. 19): demands on predictions in their units, also on crystals of which a target is not known. The default is none.
    /// </summary>
    public PhysicsPenalty Physics { get; init; } = new(0);

    /// <summary>Where graphs are kept and batches put together. The default is <see cref="GraphPlace.Automatic"/>: on a GPU, there.</summary>
    public GraphPlace Graphs { get; init; }

    /// <summary>Greatest length of the gradient, greater than 0; longer ones are shortened. The default is 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double GradientLimit
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(GradientLimit), $"GradientLimit is {value}; it must be greater than 0; infinity for none.");
    } = 5;

    /// <summary>Seed of the order of crystals and of dropout. The default is 0. The weights' seed is the model's.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// File that remembers training after every epoch and from which an interrupted training goes on, bit for bit as if it had not
    /// stopped. The default is none.
    /// </summary>
    public string? Checkpoint { get; init; }

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least 1.");
}
