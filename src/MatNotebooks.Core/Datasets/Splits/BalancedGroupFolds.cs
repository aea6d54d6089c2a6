namespace MatNotebooks.Datasets.Splits;

/// <summary>
/// Cross-validation that leaves whole groups out and evens the folds' rows: the greatest group goes first, each to the fold with the
/// fewest rows so far. Without chance, as scikit-learn's <c>GroupKFold</c>; see <see cref="GroupFolds"/> for one that a seed shuffles.
/// </summary>
public static class BalancedGroupFolds
{
    /// <summary>Divides rows, once per fold.</summary>
    /// <param name="groups">Name of the group of each row, such as its compound or reduced formula, (rows).</param>
    /// <param name="folds">How many folds, 2 to the number of groups.</param>
    /// <param name="seed">Seed that takes the validation groups out of those that train; the folds do not depend on it. The default is 0.</param>
    /// <param name="validation">Share of the groups that train that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">Too few groups for the folds.</exception>
    public static IReadOnlyList<DataSplit> Of(IReadOnlyList<string> groups, int folds, int seed = 0, double validation = 0.1)
    {
        var rows = new GroupedRows(groups);
        rows.CheckFolds(folds);
        var (fold, sizes) = (new int[rows.Count], new int[folds]);
        // Groups of one size go in the order of their names, so that the order of the rows does not matter.
        foreach (var group in Enumerable.Range(0, rows.Count).OrderByDescending(rows.SizeOf))
        {
            fold[group] = Array.IndexOf(sizes, sizes.Min());
            sizes[fold[group]] += rows.SizeOf(group);
        }
        var shuffle = new Shuffle(seed);
        return [.. Enumerable.Range(0, folds).Select(Split)];

        DataSplit Split(int number)
        {
            var (train, stop) = shuffle.TakeOut(Enumerable.Range(0, rows.Count).Where(group => fold[group] != number), validation);
            return new(rows.Of(train), rows.Of(stop), rows.Of(Enumerable.Range(0, rows.Count).Where(group => fold[group] == number)));
        }
    }
}
