namespace MatNotebooks.Datasets.Splits;

/// <summary>One division by chance, row by row. Polymorphs of a compound may fall on both sides; <see cref="GroupSplit"/> keeps them together.</summary>
public static class RandomSplit
{
    /// <summary>Divides rows.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="seed">Seed of the shuffle.</param>
    /// <param name="validation">Share of the rows that decide when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="test">Share of the rows that judge | greater than 0, less than 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">The shares leave a part without rows.</exception>
    public static DataSplit Of(int rows, int seed, double validation = 0.1, double test = 0.1)
    {
        var order = new Shuffle(seed).Of(rows);
        var judging = Shuffle.CountOf(test, rows);
        var stopping = Shuffle.CountOf(validation, rows);
        return new(order.Skip(judging + stopping), order.Skip(judging).Take(stopping), order.Take(judging));
    }
}
