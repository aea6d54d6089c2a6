using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Core.Tests.Datasets.Splits;

public sealed class SplitTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261120, 297);

    [Fact]
    public void Every_row_stands_in_one_part() => Check.One(Seeded, Prop.ForAll<byte, int>((more, seed) =>
    {
        var rows = 10 + more;
        return All(RandomSplit.Of(rows, seed)).SequenceEqual(Enumerable.Range(0, rows))
            && KFolds.Of(rows, 5, seed).All(fold => All(fold).SequenceEqual(Enumerable.Range(0, rows)))
            && All(GroupSplit.Of(Groups(rows, seed), seed)).SequenceEqual(Enumerable.Range(0, rows));
    }));

    [Fact]
    public void No_group_is_seen_before_it_judges() => Check.One(Seeded, Prop.ForAll<byte, int>((more, seed) =>
    {
        var groups = Groups(10 + more, seed);
        return GroupSplit.Of(groups, seed).LeakedGroups(groups).Count == 0
            && GroupFolds.Of(groups, 4, seed).All(fold => fold.LeakedGroups(groups).Count == 0);
    }));

    [Fact]
    public void Every_row_judges_once_over_the_folds() => Check.One(Seeded, Prop.ForAll<byte, int>((more, seed) =>
    {
        var groups = Groups(10 + more, seed);
        return KFolds.Of(groups.Length, 5, seed).SelectMany(fold => fold.Test).Order().SequenceEqual(Enumerable.Range(0, groups.Length))
            && GroupFolds.Of(groups, 4, seed).SelectMany(fold => fold.Test).Order().SequenceEqual(Enumerable.Range(0, groups.Length));
    }));

    [Fact]
    public void A_seed_fixes_the_split_and_another_changes_it()
    {
        Assert.Equal<int>(RandomSplit.Of(100, 1).Test, RandomSplit.Of(100, 1).Test);
        Assert.NotEqual<int>(RandomSplit.Of(100, 1).Test, RandomSplit.Of(100, 2).Test);
    }

    [Fact]
    public void Shares_are_those_asked_for()
    {
        var split = RandomSplit.Of(200, 3, validation: 0.05, test: 0.2);
        Assert.Equal((150, 10, 40), (split.Train.Length, split.Validation.Length, split.Test.Length));
    }

    [Fact]
    public void The_order_of_the_rows_does_not_decide_which_groups_judge()
    {
        string[] groups = [.. Groups(60, 5)];
        string[] reversed = [.. groups.Reverse()];
        var (split, other) = (GroupSplit.Of(groups, 4), GroupSplit.Of(reversed, 4));
        Assert.Equal(split.Test.Select(row => groups[row]).Distinct().Order(), other.Test.Select(row => reversed[row]).Distinct().Order());
    }

    [Fact]
    public void Folds_of_single_rows_differ_in_size_by_one_at_most()
    {
        var sizes = KFolds.Of(103, 5, 1).Select(fold => fold.Test.Length).ToArray();
        Assert.Equal((20, 21), (sizes.Min(), sizes.Max()));
    }

    [Fact]
    public void A_torn_group_is_named() =>
        Assert.Equal(["NaCl"], new DataSplit([0, 1], [], [2, 3]).LeakedGroups(["NaCl", "MgO", "NaCl", "KF"]));

    [Fact]
    public void Official_folds_judge_where_they_say_and_train_elsewhere()
    {
        string[] folds = ["0", "1", "10", "0", "1", "10", "2"];
        var splits = OfficialFolds.Of(folds, 1, validation: 0);
        Assert.Equal(["0,3", "1,4", "6", "2,5"], splits.Select(split => string.Join(',', split.Test)));
        Assert.Equal<int>([1, 2, 4, 5, 6], splits[0].Train);
    }

    [Fact]
    public void An_official_split_reads_its_words()
    {
        var split = OfficialSplit.Of(["test", "train", "val", "train", "valid"]);
        Assert.Equal("1,3 2,4 0", $"{string.Join(',', split.Train)} {string.Join(',', split.Validation)} {string.Join(',', split.Test)}");
        Assert.Equal(
            "Row 1 says \"holdout\"; it must be train, val or test.",
            Assert.Throws<ArgumentException>(() => OfficialSplit.Of(["train", "holdout"])).Message);
    }

    [Fact]
    public void Splits_that_cannot_be_are_refused()
    {
        Assert.Contains("stands 2 times", Assert.Throws<ArgumentException>(() => new DataSplit([1, 2], [2], [3])).Message);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => RandomSplit.Of(2, 1, 0.5, 0.5)).Message);
        Assert.Contains("A share is 1.5", Assert.Throws<ArgumentException>(() => RandomSplit.Of(10, 1, 0.1, 1.5)).Message);
        Assert.Contains("4 folds of 3 groups", Assert.Throws<ArgumentException>(() => GroupFolds.Of(["a", "b", "c"], 4, 1)).Message);
    }

    private static IEnumerable<int> All(DataSplit split) => split.Train.Concat(split.Validation).Concat(split.Test).Order();

    private static string[] Groups(int rows, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(row => $"compound {(row < 8 ? row : random.Next(0, rows / 2))}")];
    }
}
