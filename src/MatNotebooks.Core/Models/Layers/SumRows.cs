using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers;

/// <summary>Sums items into the rows they belong to; the gradient of an item is that of its row.</summary>
internal sealed class SumRows : SingleTensorFunction<SumRows>
{
    public override string Name => nameof(SumRows);

    /// <summary>(items, width) to (rows, width).</summary>
    public static Tensor Of(Tensor items, RowGroups groups) =>
        items.device.type == TorchSharp.DeviceType.CPU
            ? apply(items, groups)
            : zeros(groups.Rows, items.shape[1], items.dtype, items.device).index_add(0, groups.IndexOn(items.device), items, 1);

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
