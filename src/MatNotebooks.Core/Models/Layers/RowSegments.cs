using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>What <see cref="RowGroups"/> says, as tensors on one device.</summary>
/// <param name="RowOfItem">Row each item belongs to, (items), int64.</param>
/// <param name="Order">The items by row, (items), int64; null where they lie in this order.</param>
/// <param name="First">Where each row's items begin in that order, (rows + 1), int64.</param>
internal sealed record RowSegments(Tensor RowOfItem, Tensor? Order, Tensor First)
{
    /// <summary>Each item's row, (rows, width) to (items, width).</summary>
    public Tensor Gather(Tensor table) => table.index_select(0, RowOfItem);

    /// <summary>Sums into each row the items that belong to it, (items, width) to (rows, width).</summary>
    /// <remarks>Items of a row follow one another, so that no two threads of a GPU add into one place and every run adds in one order.</remarks>
    public Tensor Sum(Tensor items)
    {
#if TORCHSHARP_PACKAGE
        // The package has no sum over segments; this one adds with atomics, in any order.
        return zeros(First.shape[0] - 1, items.shape[1], items.dtype, items.device).index_add(0, RowOfItem, items, 1);
#else
        using var ordered = Order is null ? items.contiguous() : items.index_select(0, Order);
        return segment_reduce(ordered, "sum", offsets: First, @unsafe: true); // checking the offsets would wait for the GPU
#endif
    }
}
