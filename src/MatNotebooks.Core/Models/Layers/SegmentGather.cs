using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers;

/// <summary><see cref="GatherRows"/> out of libtorch's operators, which run on a GPU.</summary>
internal sealed class SegmentGather : SingleTensorFunction<SegmentGather>
{
    public override string Name => nameof(SegmentGather);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (table, segments) = ((Tensor)vars[0], (RowSegments)vars[1]);
        ctx.save_data("segments", segments);
        return segments.Gather(table);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) =>
        [((RowSegments)ctx.get_data("segments")!).Sum(grad_output), null!];
}
