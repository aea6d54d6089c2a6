using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Which row of a table each of many items belongs to, in both directions: for gathering rows and for summing items into them.</summary>
internal sealed class RowGroups
{
    private RowSegments? segments;

    /// <summary>Groups items by their row.</summary>
    /// <param name="rowOfItem">Row each item belongs to, each in [0, rows), (items).</param>
    /// <param name="rows">How many rows there are.</param>
    public RowGroups(int[] rowOfItem, int rows)
    {
        (RowOfItem, Rows, First) = (rowOfItem, rows, new int[rows + 1]);
        foreach (var row in rowOfItem) First[row + 1]++;
        for (var row = 0; row < rows; row++) First[row + 1] += First[row];
        var next = First.ToArray();
        Items = new int[rowOfItem.Length];
        for (var item = 0; item < rowOfItem.Length; item++) Items[next[rowOfItem[item]]++] = item;
    }

    /// <summary>Groups that are known on a device only.</summary>
    public RowGroups(RowSegments segments)
    {
        (this.segments, IsResident) = (segments, true);
        (RowOfItem, First, Items) = ([], [], []);
    }

    /// <summary>Row each item belongs to, (items); empty where <see cref="IsResident"/>.</summary>
    public int[] RowOfItem { get; }

    /// <summary>How many rows there are; 0 where <see cref="IsResident"/>.</summary>
    public int Rows { get; }

    /// <summary>Where each row's items begin in <see cref="Items"/>, (rows + 1); empty where <see cref="IsResident"/>.</summary>
    public int[] First { get; }

    /// <summary>The items by row, ascending inside a row, (items); empty where <see cref="IsResident"/>.</summary>
    public int[] Items { get; }

    /// <summary>Whether the groups are known on a device only.</summary>
    public bool IsResident { get; }

    /// <summary>Whether C#'s loops can work on a tensor with these groups; else libtorch's operators do.</summary>
    public bool FitsLoops(Tensor tensor) => tensor.device.type == DeviceType.CPU && !IsResident;

    /// <summary>The groups as tensors, made at the first call; all tensors they meet are on one device.</summary>
    public RowSegments On(Device device) => segments ??= new(Indices(RowOfItem, device), Indices(Items, device), Indices(First, device));

    private static Tensor Indices(int[] values, Device device) => tensor(values, ScalarType.Int64, device);
}
