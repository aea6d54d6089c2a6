using static TorchSharp.torch;

namespace MatNotebooks.Training.Optimization;

/// <summary>What training makes small.</summary>
public abstract record TrainingLoss
{
    /// <summary>The loss of a batch | no unit, no dimensions.</summary>
    /// <param name="predicted">The network's answers, (crystals, targets).</param>
    /// <param name="target">What they should be, (crystals, targets); NaN where it is not known, which then has no say.</param>
    public abstract Tensor Of(Tensor predicted, Tensor target);

    /// <summary>Predicted less wanted; 0 where nothing is known, whose gradient is 0 as well.</summary>
    private protected static Tensor Error(Tensor predicted, Tensor target)
    {
        var unknown = target.isnan();
        return predicted.masked_fill(unknown, 0) - target.masked_fill(unknown, 0);
    }

    /// <summary>The mean over what is known.</summary>
    /// <param name="parts">The loss of each answer, 0 where nothing is known, (crystals, targets).</param>
    /// <param name="target">What they should be, NaN where it is not known, (crystals, targets).</param>
    private protected static Tensor MeanOverKnown(Tensor parts, Tensor target) => parts.sum() / target.isfinite().sum().clamp(1);
}

/// <summary>Mean absolute error, the paper's loss.</summary>
public sealed record AbsoluteLoss : TrainingLoss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor predicted, Tensor target) => MeanOverKnown(Error(predicted, target).abs(), target);
}

/// <summary>Mean squared error.</summary>
public sealed record SquaredLoss : TrainingLoss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor predicted, Tensor target)
    {
        var error = Error(predicted, target);
        return MeanOverKnown(error * error, target);
    }
}

/// <summary>Squared near 0 and absolute beyond (Huber): outliers pull no harder than others, and small errors still shrink.</summary>
/// <param name="Turn">Error at which it turns from squared to absolute, in standard deviations of the target, greater than 0. The default is 0.1.</param>
public sealed record HuberLoss(double Turn = 0.1) : TrainingLoss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor predicted, Tensor target)
    {
        var error = Error(predicted, target).abs();
        var small = error.clamp(null, Turn);
        return MeanOverKnown(small * (error - (small * 0.5)), target) / Turn;
    }
}
