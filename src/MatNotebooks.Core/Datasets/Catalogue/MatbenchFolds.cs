using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>
/// The official folds of Matbench v0.1 by their rule: scikit-learn's <c>KFold(5, shuffle=True, random_state=18012019)</c> for tasks with
/// numbers, <c>StratifiedKFold</c> of the same arguments for tasks with classes. Rows are in the order of the official file.
/// </summary>
/// <remarks>Dunn, Wang, Ganose, Dopp, Jain, npj Comput. Mater. 6, 138 (2020).</remarks>
public static class MatbenchFolds
{
    /// <summary>How many folds there are.</summary>
    public const int Count = 5;

    /// <summary>The seed of all thirteen tasks.</summary>
    public const int Seed = 18012019;

    /// <summary>The fold in which each row judges, 0 to 4 | (rows). For tasks with numbers.</summary>
    /// <param name="rows">How many rows the task has, at least 5.</param>
    /// <exception cref="ArgumentException">Fewer than 5 rows.</exception>
    public static IReadOnlyList<int> Of(int rows) => Numbers(rows, KFolds.Of(rows, Count, Seed, validation: 0));

    /// <summary>The fold in which each row judges, 0 to 4 | (rows). For tasks with classes: each class is spread evenly.</summary>
    /// <param name="classes">The class of each row.</param>
    /// <exception cref="ArgumentException">A class has fewer than 5 rows.</exception>
    public static IReadOnlyList<int> Stratified(IReadOnlyList<string> classes) => Numbers(classes.Count, StratifiedFolds.Of(classes, Count, Seed, validation: 0));

    private static int[] Numbers(int rows, IReadOnlyList<DataSplit> splits)
    {
        var folds = new int[rows];
        foreach (var (fold, split) in splits.Index())
            foreach (var row in split.Test)
                folds[row] = fold;
        return folds;
    }
}
