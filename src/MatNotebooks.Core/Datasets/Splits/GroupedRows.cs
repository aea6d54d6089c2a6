namespace MatNotebooks.Datasets.Splits;

/// <summary>Rows by group, groups in the order of their names, so that the order of the rows does not decide who is left out.</summary>
internal sealed class GroupedRows(IReadOnlyList<string> groups)
{
    private readonly int[][] rows =
    [
        .. Enumerable.Range(0, groups.Count).GroupBy(row => groups[row])
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray()),
    ];

    public int Count => rows.Length;

    /// <summary>The rows of some groups.</summary>
    public IEnumerable<int> Of(IEnumerable<int> indices) => indices.SelectMany(index => rows[index]);
}
