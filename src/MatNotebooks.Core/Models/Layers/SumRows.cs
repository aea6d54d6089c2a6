using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers;

/// <summary>Sums items into the rows they belong to; the gradient of an item is that of its row.</summary>
internal sealed class SumRows : SingleTensorFunction<SumRows>
{
    public override string Name => nameof(SumRows);

    /// <summary>(items, width) to (rows, width).</summary>
    public static Tensor Of(Tensor items, RowGroups groups) =>
        groups.FitsLoops(items) ? apply(items, groups) : SegmentSum.apply(items, groups.On(items.device));

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (items, groups) = ((Tensor)vars[0], (RowGroups)vars[1]);
        ctx.save_data("groups", groups);
        return Loop(items, groups);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) =>
        [GatherRows.Loop(grad_output, (RowGroups)ctx.get_data("groups")!), null!];

    internal static Tensor Loop(Tensor items, RowGroups groups)
    {
        using var rows = items.contiguous();
        var table = empty(groups.Rows, items.shape[1], items.dtype);
        if (items.dtype == ScalarType.Float64) RowGroupLoops.Sum<double>(rows.bytes, groups, table.bytes);
        else RowGroupLoops.Sum<float>(rows.bytes, groups, table.bytes);
        return table;
    }
}
