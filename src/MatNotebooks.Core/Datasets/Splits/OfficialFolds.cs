namespace MatNotebooks.Datasets.Splits;

/// <summary>The folds that a benchmark prescribes: each row judges in its own fold and trains in the others.</summary>
public static class OfficialFolds
{
    /// <summary>Divides rows, once per fold, folds in the order of their names.</summary>
    /// <param name="folds">Name of the fold of each row, such as "0" to "4", (rows).</param>
    /// <param name="seed">Seed that takes the validation rows out of those that train.</param>
    /// <param name="validation">Share of what trains that decides when training stops | 0 to 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">Fewer than two folds.</exception>
    public static IReadOnlyList<DataSplit> Of(IReadOnlyList<string> folds, int seed, double validation = 0.1)
    {
        var names = folds.Distinct().OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToArray();
        if (names.Length < 2) throw new ArgumentException($"The rows name {names.Length} fold; cross-validation needs at least 2.");
        var shuffle = new Shuffle(seed);
        return [.. names.Select(Fold)];

        DataSplit Fold(string name)
        {
            var rows = Enumerable.Range(0, folds.Count).ToLookup(row => folds[row] == name);
            var (train, stop) = shuffle.TakeOut(rows[false], validation);
            return new(train, stop, rows[true]);
        }
    }
}
