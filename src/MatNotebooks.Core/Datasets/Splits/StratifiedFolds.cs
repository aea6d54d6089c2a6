namespace MatNotebooks.Datasets.Splits;

/// <summary>Cross-validation by chance in which every fold has each class in the same share as the whole.</summary>
/// <remarks>
/// The folds are those of scikit-learn's <c>StratifiedKFold(folds, shuffle=True, random_state=seed)</c> in the same order, so that
/// <c>StratifiedFolds.Of(classes, 5, 18012019, validation: 0)</c> gives MatBench's official folds of its classification tasks. For
/// numbers take <see cref="QuantileBins"/> as classes.
/// </remarks>
public static class StratifiedFolds
{
    /// <summary>Divides rows, once per fold; of every class the folds' numbers differ by one at most.</summary>
    /// <param name="classes">Class of each row, (rows).</param>
    /// <param name="folds">How many folds, 2 to the number of rows of the rarest class.</param>
    /// <param name="seed">Seed of the shuffle.</param>
    /// <param name="validation">Share of what trains that decides when training stops, by chance | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">A class has fewer rows than there are folds.</exception>
    public static IReadOnlyList<DataSplit> Of(IReadOnlyList<string> classes, int folds, int seed, double validation = 0.1)
    {
        if (folds < 2) throw new ArgumentException($"{folds} folds; cross-validation needs at least 2.");
        var numbers = new ClassNumbers(classes);
        if (numbers.Rarest is var (name, rows) && rows < folds)
            throw new ArgumentException(
                $"Class \"{name}\" has {rows} row{(rows == 1 ? "" : "s")} for {folds} folds; every class needs one for each fold. Take fewer folds or join classes.");
        var chance = new MersenneTwister(seed);
        var ofRow = new int[classes.Count];
        var before = 0; // rows of earlier classes: folds are dealt round over the rows sorted by class, so that whole folds are even too
        for (var number = 0; number < numbers.Count; number++)
        {
            var own = numbers.RowsOf(number);
            var dealt = Enumerable.Range(before, own.Length).Select(place => place % folds).Order().ToArray();
            chance.Shuffle(dealt);
            foreach (var (place, row) in own.Index()) ofRow[row] = dealt[place];
            before += own.Length;
        }
        return FoldNumbers.Splits(ofRow, folds, seed, validation);
    }
}
