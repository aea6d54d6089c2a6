using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers;

/// <summary><see cref="SumRows"/> out of libtorch's operators, which run on a GPU.</summary>
internal sealed class SegmentSum : SingleTensorFunction<SegmentSum>
{
    public override string Name => nameof(SegmentSum);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (items, segments) = ((Tensor)vars[0], (RowSegments)vars[1]);
        ctx.save_data("segments", segments);
        return segments.Sum(items);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) =>
        [((RowSegments)ctx.get_data("segments")!).Gather(grad_output), null!];
}
