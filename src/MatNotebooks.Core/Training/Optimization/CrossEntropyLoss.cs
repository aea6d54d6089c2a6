using static TorchSharp.torch;

namespace MatNotebooks.Training.Optimization;

/// <summary>Cross-entropy, the paper's loss for classes: −Σ_k t_k ln p_k, p the softmax of the network's answers, as a mean over crystals.</summary>
public sealed record CrossEntropyLoss : TrainingLoss
{
    /// <summary>Share of each target that is spread over all classes, in [0, 1): keeps probabilities from running to 0 and 1. The default is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1).</exception>
    public double Smoothing
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Smoothing), $"Smoothing is {value}; it must be in [0, 1).");
    }

    /// <summary>The loss of a batch | no unit, no dimensions.</summary>
    /// <param name="predicted">The network's answers, (crystals, classes).</param>
    /// <param name="target">1 for the crystal's class, 0 for others, (crystals, classes); a row of NaN where it is not known.</param>
    public override Tensor Of(Tensor predicted, Tensor target)
    {
        var wanted = (target.masked_fill(target.isnan(), 0) * (1 - Smoothing)) + (Smoothing / target.shape[1]);
        var parts = (wanted * predicted.log_softmax(1)).masked_fill(target.isnan(), 0);
        return MeanOverKnown(parts, target) * -target.shape[1]; // a mean over answers is one over crystals and classes
    }
}
