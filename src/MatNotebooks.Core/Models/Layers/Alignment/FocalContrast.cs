using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Alignment;

/// <summary>
/// −ln of the probability given to the right partner (InfoNCE), both ways, its negatives weighed by how easily they are taken for it.
/// </summary>
/// <remarks>
/// The weights are those of Robinson et al., ICLR 2021, with a mean of 1, so that focus 0 leaves InfoNCE (van den Oord, Li and Vinyals,
/// arXiv:1807.03748).
/// </remarks>
internal static class FocalContrast
{
    private const double Forbidden = -1e9; // a logit whose exponential is 0

    /// <summary>The loss of a table of similarities | no unit, no dimensions.</summary>
    /// <param name="similarity">Similarity of every crystal with every pattern, its own on the diagonal, (n, n).</param>
    /// <param name="same">1 where a pattern that is not the crystal's own is equal to it, and so no negative; else 0, (n, n).</param>
    /// <param name="temperature">Difference that counts as one e-fold.</param>
    /// <param name="focus">Power of the negatives' probabilities.</param>
    public static Tensor Loss(Tensor similarity, Tensor same, double temperature, double focus) =>
        (OneWay(similarity / temperature, same, focus) + OneWay(similarity.t() / temperature, same.t(), focus)) / 2;

    private static Tensor OneWay(Tensor logits, Tensor same, double focus)
    {
        var own = eye(logits.shape[0], dtype: logits.dtype, device: logits.device);
        var negatives = logits + ((own + same) * Forbidden);
        var weights = Weights(negatives.detach(), focus);
        var all = (logits * own).sum(1, keepdim: true);
        return (cat([all, negatives + weights], 1).logsumexp(1) - all.squeeze(1)).mean();
    }

    /// <summary>ln of each negative's weight: (number of negatives) · p^focus / Σ p^focus.</summary>
    private static Tensor Weights(Tensor negatives, double focus)
    {
        if (focus == 0) return zeros_like(negatives);
        var counts = negatives.gt(Forbidden / 2).to(negatives).sum(1, keepdim: true).clamp(1);
        return (negatives * focus) - (negatives * focus).logsumexp(1, keepdim: true) + counts.log();
    }
}
