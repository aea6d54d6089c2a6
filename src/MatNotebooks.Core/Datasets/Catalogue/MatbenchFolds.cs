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
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 5 rows.</exception>
    public static IReadOnlyList<int> Of(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, Count);
        var order = Enumerable.Range(0, rows).ToArray();
        new LegacyNumpyRandom(Seed).Shuffle(order);
        var folds = new int[rows];
        var place = 0;
        for (var fold = 0; fold < Count; fold++)
            for (var left = (rows / Count) + (fold < rows % Count ? 1 : 0); left > 0; left--)
                folds[order[place++]] = fold;
        return folds;
    }

    /// <summary>The fold in which each row judges, 0 to 4 | (rows). For tasks with classes: each class is spread evenly.</summary>
    /// <param name="classes">The class of each row.</param>
    /// <exception cref="ArgumentException">Every class has fewer than 5 rows.</exception>
    public static IReadOnlyList<int> Stratified<T>(IReadOnlyList<T> classes)
        where T : notnull
    {
        // Classes are numbered as they appear.
        var numbers = new Dictionary<T, int>();
        var encoded = classes.Select(one => numbers.TryGetValue(one, out var known) ? known : numbers[one] = numbers.Count).ToArray();
        var sizes = encoded.CountBy(one => one).ToDictionary();
        if (sizes.Values.DefaultIfEmpty(0).Max() < Count)
            throw new ArgumentException($"The largest of {sizes.Count} classes has {sizes.Values.DefaultIfEmpty(0).Max()} rows; folds need a class of at least {Count}.");
        var random = new LegacyNumpyRandom(Seed);
        var folds = new int[encoded.Length];
        var first = 0; // of the class among rows sorted by class, which go round the folds in turn
        for (var one = 0; one < numbers.Count; one++)
        {
            var shares = Enumerable.Range(first, sizes[one]).Select(place => place % Count).Order().ToArray();
            first += sizes[one];
            random.Shuffle(shares);
            var next = 0;
            for (var row = 0; row < encoded.Length; row++)
                if (encoded[row] == one)
                    folds[row] = shares[next++];
        }
        return folds;
    }
}
