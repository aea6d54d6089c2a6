namespace MatNotebooks.Datasets.Splits;

/// <summary>One division by chance that leaves whole groups out: what judges shares no group with what a model has seen.</summary>
public static class GroupSplit
{
    /// <summary>Divides rows.</summary>
    /// <param name="groups">Name of the group of each row, such as its compound or reduced formula, (rows).</param>
    /// <param name="seed">Seed of the shuffle of the groups; the order of the rows does not matter.</param>
    /// <param name="validation">Share of the groups that decide when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="test">Share of the groups that judge | greater than 0, less than 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">The shares leave a part without groups.</exception>
    public static DataSplit Of(IReadOnlyList<string> groups, int seed, double validation = 0.1, double test = 0.1)
    {
        var rows = new GroupedRows(groups);
        var order = new Shuffle(seed).Of(rows.Count);
        var judging = Shuffle.CountOf(test, rows.Count);
        var stopping = Shuffle.CountOf(validation, rows.Count);
        return new(rows.Of(order.Skip(judging + stopping)), rows.Of(order.Skip(judging).Take(stopping)), rows.Of(order.Take(judging)));
    }
}
