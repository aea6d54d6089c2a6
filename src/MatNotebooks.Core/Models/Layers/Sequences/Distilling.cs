using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>Halves a sequence: a convolution over three steps, and the greatest of each three, two steps apart (Zhou et al. 2021).</summary>
/// <remarks>The publication joins the ends of a sequence to a ring for the convolution; the ends of a composition have nothing to say to each other, so that here zeros stand there.</remarks>
internal sealed class Distilling : nn.Module<Tensor, StepMask, (Tensor Steps, StepMask Mask)>
{
    private readonly Conv1d convolution;
    private readonly WeightedBatchNorm norm;

    public Distilling(int width)
        : base(nameof(Distilling))
    {
        convolution = nn.Conv1d(width, width, 3, padding: 1);
        norm = new(width);
        RegisterComponents();
    }

    /// <summary>(sequences, steps, width) to half the steps, rounded up, and their mask.</summary>
    public override (Tensor Steps, StepMask Mask) forward(Tensor steps, StepMask mask)
    {
        var width = steps.shape[2];
        var rows = convolution.call((steps * mask.Real).transpose(1, 2)).transpose(1, 2).reshape(-1, width);
        var seen = norm.call(rows, mask.Real.view(-1, 1)).view(steps.shape).elu();
        var open = seen.masked_fill(mask.Padding.unsqueeze(2), double.NegativeInfinity).transpose(1, 2);
        var halved = mask.Halved();
        return (nn.functional.max_pool1d(open, 3, 2, 1).transpose(1, 2).masked_fill(halved.Padding.unsqueeze(2), 0), halved);
    }
}
