using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Core.Tests.Models.Baselines;

/// <summary>By hand, and beside scikit-learn's (tests/References/random_forest.py).</summary>
public sealed class RandomForestTests
{
    private const int Learned = 300;

    private static readonly (double[] Features, double Target)[] Friedman = [.. ReferenceTable.Read("random-forest-rows.csv").Select(row =>
        (Enumerable.Range(0, 10).Select(place => ReferenceTable.Number(row[$"x{place}"])!.Value).ToArray(), ReferenceTable.Number(row["y"])!.Value))];

    [Fact]
    public void A_step_is_found_where_it_is()
    {
        double[][] features = [.. Enumerable.Range(0, 40).Select(row => new[] { row % 3, (double)row, 7 })];
        var forest = RandomForest.Fit(features, [.. Enumerable.Range(0, 40).Select(row => row < 25 ? 2.0 : 5.0)], new() { Trees = 50, FeatureShare = 1 });
        Assert.Equal(2, forest.Predict([0, 5, 7]));
        Assert.Equal(5, forest.Predict([0, 38, 7]));
        Assert.InRange(forest.Predict([0, 24.5, 7]), 2, 5);
        Assert.True(forest.OutOfBagError < 0.2);
    }

    [Fact]
    public void Leaves_hold_as_many_rows_as_asked()
    {
        var forest = RandomForest.Fit([.. Enumerable.Range(0, 20).Select(row => new double[] { row })], [.. Enumerable.Range(0, 20).Select(row => (double)row)], new() { Trees = 1, LeafRows = 10 });
        Assert.Equal(2, Enumerable.Range(0, 20).Select(row => forest.Predict([row])).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_grows_the_same_forest()
    {
        var (features, targets) = Training();
        RandomForest Grow(int seed) => RandomForest.Fit(features, targets, new() { Trees = 10, Seed = seed });
        Assert.Equal(Grow(1).OutOfBag, Grow(1).OutOfBag);
        Assert.NotEqual(Grow(1).OutOfBag, Grow(2).OutOfBag);
    }

    [Fact]
    public void Rows_that_all_trees_saw_have_no_error()
    {
        var forest = RandomForest.Fit([[1.0]], [3.0], new() { Trees = 2 });
        Assert.Null(forest.OutOfBagError);
        Assert.Equal(3, forest.Predict([9]));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.34, 1)]
    [InlineData(0.34, 5)]
    public void It_errs_as_scikit_learn_does(double share, int leaf)
    {
        var row = ReferenceTable.Read("random-forest.csv").Single(row =>
            ReferenceTable.Number(row["feature_share"]) == share && ReferenceTable.Number(row["leaf_rows"]) == leaf);
        var (features, targets) = Training();
        const int seeds = 3;
        var forests = Enumerable.Range(0, seeds)
            .Select(seed => RandomForest.Fit(features, targets, new() { Trees = 100, FeatureShare = share, LeafRows = leaf, Seed = seed })).ToArray();
        var test = forests.Average(forest => Friedman[Learned..].Average(one => Math.Abs(forest.Predict(one.Features) - one.Target)));
        Near("test", test);
        Near("oob", forests.Average(forest => forest.OutOfBagError!.Value));

        void Near(string which, double error)
        {
            var (mean, spread) = (ReferenceTable.Number(row[which + "_mean"])!.Value, ReferenceTable.Number(row[which + "_sd"])!.Value);
            var limit = 4 * spread * Math.Sqrt((1.0 / seeds) + (1.0 / 20)); // four standard errors of the difference of the means
            Assert.True(Math.Abs(error - mean) < limit, $"{which}: {error}, scikit-learn {mean} ± {limit}");
        }
    }

    private static (double[][] Features, double[] Targets) Training() =>
        ([.. Friedman[..Learned].Select(one => one.Features)], [.. Friedman[..Learned].Select(one => one.Target)]);
}
