using System.Collections.Immutable;

namespace MatNotebooks.Datasets.Splits;

/// <summary>Which rows train, which decide when to stop, which judge; indices into the rows that were split, ascending, none twice.</summary>
public sealed record DataSplit
{
    /// <summary>Makes a split.</summary>
    /// <exception cref="ArgumentException">A row stands in two parts, or none is left to train on or to judge by.</exception>
    public DataSplit(IEnumerable<int> train, IEnumerable<int> validation, IEnumerable<int> test)
    {
        (Train, Validation, Test) = ([.. train.Order()], [.. validation.Order()], [.. test.Order()]);
        if (Train.IsEmpty || Test.IsEmpty)
            throw new ArgumentException(
                $"The split has {Train.Length} rows to train on and {Test.Length} to judge by; each part needs at least one. "
                + "Give more rows or other shares.");
        var often = Train.Concat(Validation).Concat(Test).CountBy(row => row).MaxBy(rows => rows.Value);
        if (often.Value > 1) throw new ArgumentException($"Row {often.Key} stands {often.Value} times in the split; each may stand once.");
    }

    /// <summary>What this split leaves out of training, such as an element or "cluster 2"; null where it has no name.</summary>
    public string? Name { get; init; }

    /// <summary>Rows a model learns from, at least one.</summary>
    public ImmutableArray<int> Train { get; }

    /// <summary>Rows that decide when training stops; may be empty.</summary>
    public ImmutableArray<int> Validation { get; }

    /// <summary>Rows that judge the model and that nothing else has seen, at least one.</summary>
    public ImmutableArray<int> Test { get; }

    /// <summary>Groups of which a model sees some rows before it is judged by others; empty when nothing leaks.</summary>
    /// <param name="groups">Name of the group of each row, such as its reduced formula, (rows).</param>
    public IReadOnlyList<string> LeakedGroups(IReadOnlyList<string> groups)
    {
        var judged = Test.Select(row => groups[row]).ToHashSet();
        return [.. Train.Concat(Validation).Select(row => groups[row]).Where(judged.Contains).Distinct()];
    }

    /// <summary>The same split with fewer groups to train on, for learning curves; validation and test rows stay.</summary>
    /// <param name="groups">Name of the group of each row, such as its compound, (rows).</param>
    /// <param name="share">Share of the training groups that stay | greater than 0, at most 1; at least one group stays.</param>
    /// <param name="seed">Seed of the choice; a greater share of the same seed holds all of a smaller one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1].</exception>
    public DataSplit Thinned(IReadOnlyList<string> groups, double share, int seed)
    {
        if (!(share is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), $"The share is {share}; it must be greater than 0 and at most 1.");
        var names = Train.Select(row => groups[row]).Distinct().Order(StringComparer.Ordinal).ToArray();
        var order = new Shuffle(seed).Of(names.Length);
        var kept = order.Take(Math.Max(1, (int)Math.Round(share * names.Length))).Select(place => names[place]).ToHashSet();
        return new(Train.Where(row => kept.Contains(groups[row])), Validation, Test) { Name = Name };
    }

    /// <summary>One line: how many rows stand in each part.</summary>
    public override string ToString() =>
        $"{(Name is null ? "" : Name + ": ")}{Train.Length} rows train, {Validation.Length} decide when to stop, {Test.Length} judge";
}
