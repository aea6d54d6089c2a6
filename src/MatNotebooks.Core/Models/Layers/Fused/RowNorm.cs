using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The learned and the remembered numbers of a batch normalisation, as the fused kernels read and follow them.</summary>
/// <param name="Weight">(width).</param>
/// <param name="Bias">(width).</param>
/// <param name="Mean">Remembered mean, (width).</param>
/// <param name="Variance">Remembered variance, (width).</param>
/// <param name="Batches">Batches seen; null where they are not counted.</param>
internal sealed unsafe record RowNorm(Parameter Weight, Parameter Bias, Tensor Mean, Tensor Variance, Tensor? Batches)
{
    /// <summary>libtorch's defaults.</summary>
    public const double Epsilon = 1e-5, Momentum = 0.1;

    private int Width => (int)Weight.numel();

    /// <summary>Of libtorch's module, made with its defaults.</summary>
    public static RowNorm Of(BatchNorm1d norm) => new(norm.weight!, norm.bias!, norm.running_mean!, norm.running_var!, norm.num_batches_tracked);

    /// <summary>With what is remembered, as a model at rest normalises.</summary>
    public FoldedNorm AtRest()
    {
        var folded = new FoldedNorm(Width, total: 0);
        var mean = Elements.SpanOf(Mean);
        var variance = Elements.SpanOf(Variance);
        var weight = Elements.Of(Weight);
        var bias = Elements.Of(Bias);
        for (var j = 0; j < mean.Length; j++) Fold(folded, j, mean[j], variance[j], weight[j], bias[j]);
        return folded;
    }

    /// <summary>With a batch's own statistics, which are remembered.</summary>
    /// <param name="common">What was taken from each row before it was summed, (width).</param>
    /// <param name="sums">Sums over rows, then over their squares, (2 × width).</param>
    /// <param name="total">Rows, counted.</param>
    public FoldedNorm OfBatch(float* common, ReadOnlySpan<double> sums, double total)
    {
        var rows = Math.Max(1, total);
        var folded = new FoldedNorm(Width, rows);
        var mean = Elements.SpanOf(Mean);
        var variance = Elements.SpanOf(Variance);
        var weight = Elements.Of(Weight);
        var bias = Elements.Of(Bias);
        var width = mean.Length;
        for (var j = 0; j < width; j++)
        {
            var away = sums[j] / rows;
            var spread = Math.Max(0, (sums[width + j] / rows) - (away * away));
            var center = total > 0 ? common[j] + away : 0;
            Fold(folded, j, center, spread, weight[j], bias[j]);
            mean[j] = (float)(((1 - Momentum) * mean[j]) + (Momentum * center));
            variance[j] = (float)(((1 - Momentum) * variance[j]) + (Momentum * spread * rows / Math.Max(1, rows - 1)));
        }
        using var still = no_grad();
        Batches?.add_(1);
        return folded;
    }

    private static void Fold(FoldedNorm folded, int j, double mean, double variance, float weight, float bias)
    {
        var inverse = 1 / Math.Sqrt(variance + Epsilon);
        var scale = inverse * weight;
        (folded.Mean[j], folded.Inverse[j], folded.Scale[j]) = ((float)mean, (float)inverse, (float)scale);
        folded.Shift[j] = (float)(bias - (mean * scale));
    }
}
