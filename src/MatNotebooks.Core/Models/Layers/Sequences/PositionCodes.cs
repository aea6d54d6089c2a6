using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>Where a step stands, as sines and cosines of falling frequency (Vaswani et al. 2017).</summary>
internal static class PositionCodes
{
    private const double Slowest = 10000;

    /// <summary>The codes of the first steps, (1, steps, width).</summary>
    public static Tensor Of(int steps, int width, Tensor like)
    {
        var codes = new float[steps * width];
        for (var step = 0; step < steps; step++)
        {
            for (var place = 0; place < width; place++)
            {
                var angle = step / Math.Pow(Slowest, (double)(place / 2 * 2) / width);
                codes[(step * width) + place] = (float)(place % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        }
        return tensor(codes, [1, steps, width], like.dtype, like.device);
    }
}
