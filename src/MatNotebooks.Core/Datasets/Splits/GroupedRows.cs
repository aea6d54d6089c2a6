namespace MatNotebooks.Datasets.Splits;

/// <summary>Rows by group, groups in the order of their names, so that the order of the rows does not decide who is left out.</summary>
internal sealed class GroupedRows
{
    private readonly IGrouping<string, int>[] rows;

    public GroupedRows(IReadOnlyList<string> groups)
    {
        if (groups.Count == 0) throw new ArgumentException("There is no row to divide; give the group of each row.");
        foreach (var (row, name) in groups.Index())
            if (name is null) throw new ArgumentException($"Row {row} has no group; give one, or leave the row out.");
        rows = [.. Enumerable.Range(0, groups.Count).GroupBy(row => groups[row]).OrderBy(group => group.Key, StringComparer.Ordinal)];
    }

    public int Count => rows.Length;

    public string NameOf(int group) => rows[group].Key;

    public int SizeOf(int group) => rows[group].Count();

    /// <summary>The rows of some groups.</summary>
    public IEnumerable<int> Of(IEnumerable<int> indices) => indices.SelectMany(index => rows[index]);

    /// <exception cref="ArgumentException">Too few groups for the folds.</exception>
    public void CheckFolds(int folds)
    {
        if (folds < 2 || folds > Count)
            throw new ArgumentException($"{folds} folds of {Count} groups; it needs at least 2 folds and a group for each.");
    }
}
