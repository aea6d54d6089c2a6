using static TorchSharp.torch;

namespace MatNotebooks.Training.Optimization;

/// <summary>What training makes small.</summary>
public abstract record TrainingLoss
{
    /// <summary>The loss of a batch | no unit, no dimensions.</summary>
    /// <param name="predicted">The network's answers, (crystals, targets).</param>
    /// <param name="target">What they should be, (crystals, targets).</param>
    public abstract Tensor Of(Tensor predicted, Tensor target);
}

/// <summary>Mean absolute error, the paper's loss.</summary>
public sealed record AbsoluteLoss : TrainingLoss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor predicted, Tensor target) => (predicted - target).abs().mean();
}

/// <summary>Mean squared error.</summary>
public sealed record SquaredLoss : TrainingLoss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor predicted, Tensor target)
    {
        var error = predicted - target;
        return (error * error).mean();
    }
}

/// <summary>Squared near 0 and absolute beyond (Huber): outliers pull no harder than others, and small errors still shrink.</summary>
/// <param name="Turn">Error at which it turns from squared to absolute, in standard deviations of the target, greater than 0. The default is 0.1.</param>
public sealed record HuberLoss(double Turn = 0.1) : TrainingLoss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor predicted, Tensor target)
    {
        var error = (predicted - target).abs();
        var small = error.clamp(null, Turn);
        return (small * (error - (small * 0.5))).mean() / Turn;
    }
}
