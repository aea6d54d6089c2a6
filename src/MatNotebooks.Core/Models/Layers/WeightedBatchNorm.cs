using MatNotebooks.Models.Layers.Fused;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Batch normalisation of rows that stand for several equal ones, or for none: the same as if they were repeated, or absent.</summary>
internal sealed class WeightedBatchNorm : nn.Module<Tensor, Tensor, Tensor>
{
    private const double Epsilon = RowNorm.Epsilon, Momentum = RowNorm.Momentum;

    private readonly Parameter weight, bias;
    private readonly Tensor runningMean, runningVariance;

    public WeightedBatchNorm(int width)
        : base(nameof(WeightedBatchNorm))
    {
        (weight, bias) = (new(ones(width)), new(zeros(width)));
        (runningMean, runningVariance) = (zeros(width), ones(width));
        RegisterComponents();
    }

    /// <summary>Its numbers, for the fused kernels.</summary>
    public RowNorm Rows => new(weight, bias, runningMean, runningVariance, null);

    /// <summary>Normalises rows.</summary>
    /// <param name="rows">(rows, width).</param>
    /// <param name="counts">How many rows each stands for, at least 0, (rows, 1).</param>
    public override Tensor forward(Tensor rows, Tensor counts)
    {
        var (mean, variance) = training ? Measure(rows, counts) : (runningMean, runningVariance);
        return ((rows - mean) * ((variance + Epsilon).rsqrt() * weight)) + bias;
    }

    private (Tensor Mean, Tensor Variance) Measure(Tensor rows, Tensor counts)
    {
        var total = PeerSum.Of(counts.sum()).clamp(1);
        var mean = PeerSum.Of((rows * counts).sum(dim: 0)) / total;
        var variance = PeerSum.Of(((rows - mean).square() * counts).sum(dim: 0)) / total;
        using var still = no_grad();
        runningMean.mul_(1 - Momentum).add_(mean * Momentum);
        runningVariance.mul_(1 - Momentum).add_(variance * (Momentum * total / (total - 1).clamp(1)));
        return (mean, variance);
    }
}
