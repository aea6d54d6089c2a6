namespace MatNotebooks.Datasets.Splits;

/// <summary>Cross-validation that leaves whole groups out: every group judges once, a model that has not seen it.</summary>
public static class GroupFolds
{
    /// <summary>Divides rows, once per fold.</summary>
    /// <param name="groups">Name of the group of each row, such as its compound or reduced formula, (rows).</param>
    /// <param name="folds">How many folds, 2 to the number of groups, which is leave-one-group-out.</param>
    /// <param name="seed">Seed of the shuffle of the groups; the order of the rows does not matter.</param>
    /// <param name="validation">Share of the groups that train that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">Too few groups for the folds.</exception>
    public static IReadOnlyList<DataSplit> Of(IReadOnlyList<string> groups, int folds, int seed, double validation = 0.1)
    {
        var rows = new GroupedRows(groups);
        rows.CheckFolds(folds);
        var shuffle = new Shuffle(seed);
        var order = shuffle.Of(rows.Count);
        return [.. Enumerable.Range(0, folds).Select(Fold)];

        DataSplit Fold(int fold)
        {
            var (train, stop) = shuffle.TakeOut(order.Where((_, place) => place % folds != fold), validation);
            return new(rows.Of(train), rows.Of(stop), rows.Of(order.Where((_, place) => place % folds == fold)));
        }
    }
}
