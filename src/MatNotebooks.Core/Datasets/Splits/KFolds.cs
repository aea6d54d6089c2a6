namespace MatNotebooks.Datasets.Splits;

/// <summary>Cross-validation by chance: every row judges once, in one of equal folds.</summary>
/// <remarks>
/// The folds are those of scikit-learn's <c>KFold(folds, shuffle=True, random_state=seed)</c> in the same order, so that
/// <c>KFolds.Of(rows, 5, 18012019, validation: 0)</c> gives MatBench's official folds of its regression tasks.
/// </remarks>
public static class KFolds
{
    /// <summary>Divides rows, once per fold; the sizes of the folds differ by one at most.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="folds">How many folds, 2 to the number of rows.</param>
    /// <param name="seed">Seed of the shuffle.</param>
    /// <param name="validation">Share of what trains that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">Too few rows for the folds.</exception>
    public static IReadOnlyList<DataSplit> Of(int rows, int folds, int seed, double validation = 0.1)
    {
        if (folds < 2 || folds > rows)
            throw new ArgumentException($"{folds} folds of {rows} rows; it needs at least 2 folds and a row for each.");
        var order = new MersenneTwister(seed).Order(rows);
        var ofRow = new int[rows];
        for (var (fold, start) = (0, 0); fold < folds; fold++)
        {
            var size = (rows / folds) + (fold < rows % folds ? 1 : 0);
            foreach (var row in order.AsSpan(start, size)) ofRow[row] = fold;
            start += size;
        }
        return FoldNumbers.Splits(ofRow, folds, seed, validation);
    }
}
