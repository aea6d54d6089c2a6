namespace MatNotebooks.Datasets.Splits;

/// <summary>One division by chance in which every part has each class in the same share as the whole. For numbers take <see cref="QuantileBins"/> as classes.</summary>
public static class StratifiedSplit
{
    /// <summary>Divides rows; of every class each part has its share, rounded, and a part that is asked for has at least one row of it.</summary>
    /// <param name="classes">Class of each row, (rows).</param>
    /// <param name="seed">Seed of the shuffle.</param>
    /// <param name="validation">Share of the rows that decide when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="test">Share of the rows that judge | greater than 0, less than 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">A class has fewer rows than there are parts, or the shares leave a part without rows.</exception>
    public static DataSplit Of(IReadOnlyList<string> classes, int seed, double validation = 0.1, double test = 0.1)
    {
        var numbers = new ClassNumbers(classes);
        var shuffle = new Shuffle(seed);
        var (train, stop, judge) = (new List<int>(), new List<int>(), new List<int>());
        for (var number = 0; number < numbers.Count; number++)
        {
            var own = numbers.RowsOf(number);
            var (judging, stopping) = (Shuffle.CountOf(test, own.Length), Shuffle.CountOf(validation, own.Length));
            if (judging + stopping >= own.Length)
                throw new ArgumentException(
                    $"Class \"{classes[own[0]]}\" has {own.Length} row{(own.Length == 1 ? "" : "s")}, of which {judging} would judge and {stopping} decide when to stop; none is left to train on. Join rare classes or take smaller shares.");
            var order = shuffle.Of(own.Length);
            judge.AddRange(order.Take(judging).Select(place => own[place]));
            stop.AddRange(order.Skip(judging).Take(stopping).Select(place => own[place]));
            train.AddRange(order.Skip(judging + stopping).Select(place => own[place]));
        }
        return new(train, stop, judge);
    }
}
