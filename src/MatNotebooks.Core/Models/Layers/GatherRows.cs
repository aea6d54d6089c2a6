using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers;

/// <summary>Gives each item the row of a table that it belongs to; the gradient of a row is the sum over its items.</summary>
internal sealed class GatherRows : SingleTensorFunction<GatherRows>
{
    public override string Name => nameof(GatherRows);

    /// <summary>(rows, width) to (items, width).</summary>
    public static Tensor Of(Tensor table, RowGroups groups) =>
        groups.FitsLoops(table) ? apply(table, groups) : SegmentGather.apply(table, groups.On(table.device));

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (table, groups) = ((Tensor)vars[0], (RowGroups)vars[1]);
        ctx.save_data("groups", groups);
        return Loop(table, groups);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) =>
        [SumRows.Loop(grad_output, (RowGroups)ctx.get_data("groups")!), null!];

    internal static Tensor Loop(Tensor table, RowGroups groups)
    {
        using var rows = table.contiguous();
        var items = empty(groups.RowOfItem.Length, table.shape[1], table.dtype);
        if (table.dtype == ScalarType.Float64) RowGroupLoops.Gather<double>(rows.bytes, groups, items.bytes);
        else RowGroupLoops.Gather<float>(rows.bytes, groups, items.bytes);
        return items;
    }
}
