namespace MatNotebooks.Datasets.Splits;

/// <summary>Leaves one group out at a time: each that has enough rows judges once, a model that has seen all the others.</summary>
public static class LeaveGroupOut
{
    /// <summary>Divides rows, once per group, groups in the order of their names; <see cref="DataSplit.Name"/> is the group.</summary>
    /// <param name="groups">Name of the group of each row, such as its structure type, (rows).</param>
    /// <param name="seed">Seed that takes the validation groups out of those that train; the order of the rows does not matter.</param>
    /// <param name="validation">Share of the groups that train that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="fewest">Groups with fewer rows train, and do not judge | at least 1. The default is 1.</param>
    /// <exception cref="ArgumentException">There is one group only, or none has enough rows.</exception>
    public static IReadOnlyList<DataSplit> Of(IReadOnlyList<string> groups, int seed, double validation = 0.1, int fewest = 1)
    {
        var rows = new GroupedRows(groups);
        if (rows.Count < 2) throw new ArgumentException($"All {groups.Count} rows are of the group \"{rows.NameOf(0)}\"; leaving one out needs at least 2.");
        int[] judging = [.. Enumerable.Range(0, rows.Count).Where(group => rows.SizeOf(group) >= fewest)];
        if (judging.Length == 0)
            throw new ArgumentException($"No group has {fewest} rows; the greatest has {Enumerable.Range(0, rows.Count).Max(rows.SizeOf)}. Ask for fewer.");
        var shuffle = new Shuffle(seed);
        return [.. judging.Select(Split)];

        DataSplit Split(int left)
        {
            var (train, stop) = shuffle.TakeOut(Enumerable.Range(0, rows.Count).Where(group => group != left), validation);
            return new(rows.Of(train), rows.Of(stop), rows.Of([left])) { Name = rows.NameOf(left) };
        }
    }
}
