namespace MatNotebooks.Datasets.Splits;

/// <summary>Divides by time: what was known first trains, what came last judges. No year stands on two sides.</summary>
public static class TimeSplit
{
    /// <summary>Divides rows by the last years of training and of validation.</summary>
    /// <param name="years">Year of each row, such as that of its first publication, (rows).</param>
    /// <param name="lastTraining">Last year whose rows train.</param>
    /// <param name="lastValidation">Last year whose rows decide when training stops, not before <paramref name="lastTraining"/>; equal for none.</param>
    /// <exception cref="ArgumentException">The years are in the wrong order, or none is left to train on or to judge by.</exception>
    public static DataSplit After(IReadOnlyList<int> years, int lastTraining, int lastValidation)
    {
        if (years.Count == 0) throw new ArgumentException("There is no row to divide; give the year of each row.");
        if (lastValidation < lastTraining)
            throw new ArgumentException($"Validation ends in {lastValidation}, before training does in {lastTraining}; give the same or a later year.");
        var (first, last) = (years.Min(), years.Max());
        if (first > lastTraining || last <= lastValidation)
            throw new ArgumentException(
                $"The rows are of {first} to {last}; training up to {lastTraining} and judging after {lastValidation} leaves a part without rows. Give years within.");
        var rows = Enumerable.Range(0, years.Count).ToLookup(row => years[row] <= lastTraining ? 0 : years[row] <= lastValidation ? 1 : 2);
        return new(rows[0], rows[1], rows[2]);
    }

    /// <summary>Divides rows between those years that come nearest to the shares asked for.</summary>
    /// <param name="years">Year of each row, (rows).</param>
    /// <param name="validation">Share of the rows that decide when training stops | 0 to 1. The default is 0.1.</param>
    /// <param name="test">Share of the rows that judge, the newest | greater than 0, less than 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">There are fewer years than parts.</exception>
    public static DataSplit Of(IReadOnlyList<int> years, double validation = 0.1, double test = 0.1)
    {
        var (judging, stopping) = (Shuffle.CountOf(test, years.Count), Shuffle.CountOf(validation, years.Count));
        if (judging == 0) throw new ArgumentException("The share that judges is 0; it must be greater than 0.");
        var parts = stopping == 0 ? 2 : 3;
        int[] known = [.. years.Distinct().Order()];
        if (known.Length < parts) throw new ArgumentException($"The rows are of {known.Length} years; {parts} parts need a year each.");
        int[] upTo = [.. known.Select(limit => years.Count(year => year <= limit))];
        var end = Nearest(upTo, years.Count - judging, parts - 2, known.Length - 2);
        var begin = parts == 2 ? end : Nearest(upTo, years.Count - judging - stopping, 0, end - 1);
        return After(years, known[begin], known[end]);
    }

    /// <summary>The place whose value is nearest to the one wanted, the first of equals.</summary>
    private static int Nearest(int[] values, int wanted, int first, int last) =>
        Enumerable.Range(first, last - first + 1).MinBy(place => Math.Abs(values[place] - wanted));
}
