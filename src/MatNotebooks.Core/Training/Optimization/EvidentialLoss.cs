using MatNotebooks.Models;
using static TorchSharp.torch;

namespace MatNotebooks.Training.Optimization;

/// <summary>
/// The loss of an <see cref="EvidentialModel"/>: −ln of the probability of the target under the Student distribution that its evidence
/// stands for, and a penalty on evidence for wrong answers (Amini et al. 2020, Eq. 8 and 9).
/// </summary>
/// <param name="Regularization">Weight of the penalty, at least 0. The default is 0.05, with targets of standard deviation 1.</param>
public sealed record EvidentialLoss(double Regularization = 0.05) : TrainingLoss
{
    /// <inheritdoc/>
    /// <param name="predicted">γ, ν, α and β, (crystals, 4 targets).</param>
    /// <param name="target">What should be predicted, NaN where it is not known, (crystals, targets).</param>
    /// <exception cref="ArgumentException">Not four numbers per target: the network has no evidential head.</exception>
    public override Tensor Of(Tensor predicted, Tensor target)
    {
        var targets = target.shape[1];
        if (predicted.shape[1] != EvidentialModel.NumbersPerTarget * targets)
            throw new ArgumentException(
                $"The network answers with {predicted.shape[1]} numbers for {targets} targets; {nameof(EvidentialLoss)} needs {EvidentialModel.NumbersPerTarget} each. Train an {nameof(EvidentialModel)}.");
        var (mean, evidence) = (predicted.narrow(1, 0, targets), predicted.narrow(1, targets, targets));
        var (shape, scale) = (predicted.narrow(1, 2 * targets, targets), predicted.narrow(1, 3 * targets, targets));
        var error = Error(mean, target);
        var width = scale * 2 * (evidence + 1);
        var likelihood = (evidence.log() * -0.5) - (shape * width.log())
            + ((shape + 0.5) * ((error * error * evidence) + width).log()) + shape.lgamma() - (shape + 0.5).lgamma();
        var wrong = error.abs() * ((evidence * 2) + shape);
        var parts = likelihood + (wrong * Regularization) + (0.5 * Math.Log(Math.PI));
        return MeanOverKnown(parts.masked_fill(target.isnan(), 0), target);
    }
}
