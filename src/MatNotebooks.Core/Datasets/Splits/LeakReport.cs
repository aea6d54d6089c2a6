using MatNotebooks.Formatting;

namespace MatNotebooks.Datasets.Splits;

/// <summary>What stands on two sides of a split: rows that a model has seen before it is judged by them, in another guise.</summary>
[TypeFormatterSource(typeof(LeakReportFormatterSource))]
public sealed class LeakReport
{
    private readonly HashSet<int> seen; // rows with a twin in a later part

    internal LeakReport(DataSplit split, IReadOnlyList<LeakPair> pairs, IEnumerable<int> seen, IReadOnlyList<string> names, string what)
    {
        (Split, Pairs, Names, What) = (split, [.. pairs.OrderBy(pair => pair.Distance).ThenBy(pair => pair.Judged).ThenBy(pair => pair.Seen)], names, what);
        var test = split.Test.ToHashSet();
        this.seen = [.. seen];
        TestLeaks = Pairs.Select(pair => pair.Judged).Where(test.Contains).Distinct().Count();
        ValidationLeaks = Pairs.Select(pair => pair.Judged).Where(row => !test.Contains(row)).Distinct().Count();
    }

    /// <summary>The split that was checked.</summary>
    public DataSplit Split { get; }

    /// <summary>Every pair of twins on two sides, nearest first.</summary>
    public IReadOnlyList<LeakPair> Pairs { get; }

    /// <summary>How many rows that judge have a twin among those that train or decide when training stops.</summary>
    public int TestLeaks { get; }

    /// <summary>How many rows that decide when training stops have a twin among those that train.</summary>
    public int ValidationLeaks { get; }

    /// <summary>The split without leaks: what trains or decides when training stops loses its twins of later parts; what judges stays whole.</summary>
    /// <exception cref="ArgumentException">Nothing would be left to train on.</exception>
    public DataSplit Mended =>
        new(Split.Train.Where(row => !seen.Contains(row)), Split.Validation.Where(row => !seen.Contains(row)), Split.Test) { Name = Split.Name };

    /// <summary>Names of the rows for people, (rows).</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>What counts as twins, in words.</summary>
    internal string What { get; }

    /// <summary>One line: how many rows leak, and the nearest twins.</summary>
    public override string ToString() => Pairs.Count == 0
        ? $"no leak: none of {Split.Test.Length:n0} rows that judge has a twin on another side ({What})"
        : $"{TestLeaks:n0} of {Split.Test.Length:n0} rows that judge ({(double)TestLeaks / Split.Test.Length:0.##%}) have a twin that was seen before, {ValidationLeaks:n0} of {Split.Validation.Length:n0} that decide when to stop one that trains "
            + $"({What}); such as {string.Join(", ", Pairs.Take(3).Select(pair => $"{Names[pair.Judged]} = {Names[pair.Seen]}"))}";
}
