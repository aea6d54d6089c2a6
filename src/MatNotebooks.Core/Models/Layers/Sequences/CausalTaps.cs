using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>
/// A dilated causal convolution as one product: the steps a convolution hears laid side by side, those left out that lie before the
/// beginning. Compositions are so short that a general convolution would spend its time on padding.
/// </summary>
internal static class CausalTaps
{
    /// <summary>Each step beside the steps 1, 2, ... dilations before it, the newest first, (rows, steps, width) to (rows, steps, taps × width).</summary>
    /// <param name="steps">(rows, steps, width).</param>
    /// <param name="kernel">Taps at most; fewer where the sequence is too short for the last to hear anything.</param>
    /// <param name="dilation">Steps between taps.</param>
    public static Tensor Of(Tensor steps, int kernel, int dilation)
    {
        var (rows, count, width) = (steps.shape[0], steps.shape[1], steps.shape[2]);
        List<Tensor> taps = [steps];
        for (var tap = 1; tap < kernel && tap * dilation < count; tap++)
            taps.Add(cat([zeros(rows, tap * dilation, width, steps.dtype, steps.device), steps.narrow(1, 0, count - (tap * dilation))], 1));
        return cat([.. taps], 2);
    }

    /// <summary>Weights for so many taps, uniform within 1/√(taps × width), (taps × width, outputs).</summary>
    public static Parameter Weights(int taps, int width, int outputs)
    {
        var weights = new Parameter(empty(taps * width, outputs));
        var bound = 1 / Math.Sqrt(taps * width);
        nn.init.uniform_(weights, -bound, bound);
        return weights;
    }
}
