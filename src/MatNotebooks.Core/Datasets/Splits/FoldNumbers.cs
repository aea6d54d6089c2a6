namespace MatNotebooks.Datasets.Splits;

/// <summary>Splits from the number of the fold in which each row judges.</summary>
internal static class FoldNumbers
{
    /// <summary>One split per fold; the validation rows are taken by chance out of those that train.</summary>
    public static IReadOnlyList<DataSplit> Splits(int[] ofRow, int folds, int seed, double validation)
    {
        var shuffle = new Shuffle(seed);
        var rows = Enumerable.Range(0, ofRow.Length);
        return [.. Enumerable.Range(0, folds).Select(Fold)];

        DataSplit Fold(int fold)
        {
            var (train, stop) = shuffle.TakeOut(rows.Where(row => ofRow[row] != fold), validation);
            return new(train, stop, rows.Where(row => ofRow[row] == fold));
        }
    }
}
