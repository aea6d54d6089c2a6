using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Core.Tests.Datasets.Splits;

public sealed class ThinnedSplitTests
{
    private static readonly string[] Groups = [.. Enumerable.Range(0, 60).Select(row => $"group {row / 3}")];
    private static readonly DataSplit Split = GroupFolds.Of(Groups, folds: 5, seed: 1, validation: 0)[0];

    [Theory]
    [InlineData(0.25, 4)]
    [InlineData(0.5, 8)]
    [InlineData(1, 16)]
    [InlineData(0.001, 1)]
    public void The_share_counts_whole_groups(double share, int groups)
    {
        var thinned = Split.Thinned(Groups, share, seed: 3);
        Assert.Equal(groups, thinned.Train.Select(row => Groups[row]).Distinct().Count());
        Assert.Equal(3 * groups, thinned.Train.Length);
        Assert.Equal(Split.Test.AsEnumerable(), thinned.Test);
    }

    [Fact]
    public void A_greater_share_holds_the_smaller() =>
        Assert.Subset(Split.Thinned(Groups, 0.6, 3).Train.ToHashSet(), Split.Thinned(Groups, 0.2, 3).Train.ToHashSet());

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_share_outside_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Thinned(Groups, share, 3));
}
