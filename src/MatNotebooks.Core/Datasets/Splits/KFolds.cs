namespace MatNotebooks.Datasets.Splits;

/// <summary>Cross-validation by chance: every row judges once, in one of equal folds.</summary>
public static class KFolds
{
    /// <summary>Divides rows, once per fold.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="folds">How many folds, 2 to the number of rows.</param>
    /// <param name="seed">Seed of the shuffle.</param>
    /// <param name="validation">Share of what trains that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">Too few rows for the folds.</exception>
    public static IReadOnlyList<DataSplit> Of(int rows, int folds, int seed, double validation = 0.1) =>
        GroupFolds.Of([.. Enumerable.Range(0, rows).Select(row => row.ToString("D9"))], folds, seed, validation);
}
