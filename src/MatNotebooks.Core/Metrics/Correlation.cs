namespace MatNotebooks.Metrics;

/// <summary>How closely two columns go together. Both methods take equally many finite values of each, at least two.</summary>
public static class Correlation
{
    /// <summary>Pearson's coefficient: how close to one straight line | no unit, −1 to 1. NaN when a column is constant.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, different counts, or a value that is not finite.</exception>
    public static double Pearson(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Pairs.Check(first, second);
        if (first.Length < 2) throw new ArgumentException("A correlation of 1 pair; it needs at least 2.");
        var (meanFirst, meanSecond) = (Pairs.Mean(first), Pairs.Mean(second));
        var product = 0.0;
        for (var row = 0; row < first.Length; row++) product += (first[row] - meanFirst) * (second[row] - meanSecond);
        var spreads = Math.Sqrt(Pairs.SumOfSquares(first, meanFirst)) * Math.Sqrt(Pairs.SumOfSquares(second, meanSecond));
        return spreads == 0 ? double.NaN : Math.Clamp(product / spreads, -1, 1);
    }

    /// <summary>Spearman's coefficient: Pearson's of the ranks, ties sharing their mean rank | no unit, −1 to 1; NaN when a column is constant.</summary>
    /// <exception cref="ArgumentException">Fewer than two values, different counts, or a value that is not finite.</exception>
    public static double Spearman(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Pairs.Check(first, second);
        return Pearson(Ranks(first), Ranks(second));
    }

    private static double[] Ranks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (int first = 0, end; first < sorted.Length; first = end)
        {
            for (end = first + 1; end < sorted.Length && sorted[end] == sorted[first];) end++;
            for (var place = first; place < end; place++) ranks[order[place]] = (first + end + 1) / 2.0;
        }
        return ranks;
    }
}
