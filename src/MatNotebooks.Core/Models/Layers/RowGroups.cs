using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Which row of a table each of many items belongs to, in both directions: for gathering rows and for summing items into them.</summary>
internal sealed class RowGroups
{
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

    /// <summary>Row each item belongs to, (items).</summary>
    public int[] RowOfItem { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Where each row's items begin in <see cref="Items"/>, (rows + 1).</summary>
    public int[] First { get; }

    /// <summary>The items by row, ascending inside a row, (items).</summary>
    public int[] Items { get; }

    /// <summary>The row of each item as a tensor, (items), for the operators that run on a GPU.</summary>
    public Tensor IndexOn(Device device) => tensor([.. RowOfItem.Select(row => (long)row)], ScalarType.Int64, device);
}
