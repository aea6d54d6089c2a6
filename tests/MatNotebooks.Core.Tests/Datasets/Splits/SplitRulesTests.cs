using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Chemistry;
using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Core.Tests.Datasets.Splits;

/// <summary>What every rule promises, on rows by chance: each row in one part, sizes as asked for, nothing torn that shall stay together.</summary>
public sealed class SplitRulesTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261121, 297).WithMaxTest(30);
    private static readonly string[] Formulas = ["NaCl", "Na2Cl2", "MgO", "Fe2O3", "Fe4O6", "FeO", "LiFePO4", "KF", "TiO2", "SrTiO3", "Al", "Si2"];

    private static readonly Dictionary<string, Func<Rows, int, IReadOnlyList<DataSplit>>> Rules = new()
    {
        ["random"] = (rows, seed) => [RandomSplit.Of(rows.Count, seed)],
        ["stratified"] = (rows, seed) => [StratifiedSplit.Of(rows.Classes, seed)],
        ["k-fold"] = (rows, seed) => KFolds.Of(rows.Count, 5, seed),
        ["stratified k-fold"] = (rows, seed) => StratifiedFolds.Of(rows.Classes, 4, seed),
        ["group"] = (rows, seed) => [GroupSplit.Of(rows.Formulas, seed)],
        ["group k-fold"] = (rows, seed) => GroupFolds.Of(rows.Formulas, 4, seed),
        ["balanced group k-fold"] = (rows, seed) => BalancedGroupFolds.Of(rows.Formulas, 4, seed),
        ["group out"] = (rows, seed) => LeaveGroupOut.Of(rows.Formulas, seed),
        ["composition"] = (rows, seed) => [CompositionSplit.Of(rows.Compositions, seed)],
        ["composition k-fold"] = (rows, seed) => CompositionSplit.Folds(rows.Compositions, 3, seed),
        ["element out"] = (rows, seed) => LeaveElementOut.Each(rows.Compositions, seed),
        ["cluster out"] = (rows, seed) => LeaveClusterOut.Of(rows.Features, 3, seed),
        ["time"] = (rows, seed) => [TimeSplit.Of(rows.Years)],
        ["official"] = (rows, seed) => [OfficialSplit.Of([.. rows.Years.Select(year => year < 2002 ? "train" : year < 2005 ? "val" : "test")])],
        ["official folds"] = (rows, seed) => OfficialFolds.Of(rows.Classes, seed),
    };

    public static TheoryData<string> Names() => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_stands_in_one_part_and_a_seed_fixes_which(string rule) => Check.One(Seeded, Prop.ForAll<byte, int>((more, seed) =>
    {
        var rows = new Rows(60 + more, seed);
        var (splits, again) = (Rules[rule](rows, seed), Rules[rule](rows, seed));
        return splits.All(split => split.Train.Concat(split.Validation).Concat(split.Test).Order().SequenceEqual(Enumerable.Range(0, rows.Count)))
            && splits.Zip(again).All(pair => pair.First.Test.SequenceEqual(pair.Second.Test) && pair.First.Train.SequenceEqual(pair.Second.Train))
            && splits.All(split => split.Train.SequenceEqual(split.Train.Order()) && split.Test.SequenceEqual(split.Test.Order()));
    }));

    [Theory]
    [InlineData("k-fold")]
    [InlineData("stratified k-fold")]
    [InlineData("group k-fold")]
    [InlineData("balanced group k-fold")]
    [InlineData("group out")]
    [InlineData("composition k-fold")]
    [InlineData("cluster out")]
    [InlineData("official folds")]
    public void Over_the_folds_every_row_judges_once(string rule) => Check.One(Seeded, Prop.ForAll<byte, int>((more, seed) =>
    {
        var rows = new Rows(60 + more, seed);
        return Rules[rule](rows, seed).SelectMany(split => split.Test).Order().SequenceEqual(Enumerable.Range(0, rows.Count));
    }));

    [Theory]
    [InlineData("group")]
    [InlineData("group k-fold")]
    [InlineData("balanced group k-fold")]
    [InlineData("composition")]
    [InlineData("composition k-fold")]
    public void The_order_of_the_rows_does_not_decide_which_formulas_judge(string rule) => Check.One(Seeded, Prop.ForAll<int>(seed =>
    {
        var rows = new Rows(100, seed);
        var turned = rows.Reversed();
        return Rules[rule](rows, seed).Zip(Rules[rule](turned, seed)).All(pair =>
            pair.First.Test.Select(row => rows.Formulas[row]).Order().SequenceEqual(pair.Second.Test.Select(row => turned.Formulas[row]).Order()));
    }));

    [Theory]
    [InlineData("composition")]
    [InlineData("composition k-fold")]
    public void No_reduced_formula_stands_on_both_sides(string rule) => Check.One(Seeded, Prop.ForAll<int>(seed =>
    {
        var rows = new Rows(100, seed);
        string[] reduced = [.. rows.Compositions.Select(composition => composition.ReducedFormula)];
        return Rules[rule](rows, seed).All(split => split.LeakedGroups(reduced).Count == 0);
    }));

    [Fact]
    public void A_stratified_split_keeps_the_shares_of_the_classes()
    {
        string[] classes = [.. Enumerable.Range(0, 200).Select(row => row % 10 == 0 ? "metal" : "insulator")];
        var split = StratifiedSplit.Of(classes, 7, validation: 0.1, test: 0.2);
        Assert.Equal((140, 20, 40), (split.Train.Length, split.Validation.Length, split.Test.Length));
        Assert.Equal((4, 2), (split.Test.Count(row => classes[row] == "metal"), split.Validation.Count(row => classes[row] == "metal")));
    }

    [Fact]
    public void Bins_of_a_number_hold_as_many_rows_and_equal_values_share_one()
    {
        var bins = QuantileBins.Of([.. Enumerable.Range(0, 100).Select(row => (double)(row * 37 % 100))], 4);
        Assert.All(bins.CountBy(bin => bin), bin => Assert.Equal(25, bin.Value));
        Assert.Equal(["bin 1", "bin 1", "bin 1", "bin 2"], QuantileBins.Of([0, 0, 0, 5], 3));
        Assert.Equal("Row 1 has the value NaN; bins need finite numbers. Leave the row out.", Assert.Throws<ArgumentException>(() => QuantileBins.Of([1, double.NaN], 2)).Message);
    }

    [Fact]
    public void Rows_that_hold_the_element_judge_and_no_other()
    {
        Composition[] compositions = [.. Formulas.Select(Composition.Parse)];
        var split = LeaveElementOut.Of(compositions, "Fe", 1);
        Assert.Equal(["Fe2O3", "Fe4O6", "FeO", "LiFePO4"], split.Test.Select(row => Formulas[row]));
        Assert.Equal("Fe", split.Name);
        Assert.Equal(["Li", "O", "F", "Na"], LeaveElementOut.Each(compositions, 1).Select(one => one.Name).Take(4));
        Assert.Contains("0 of 12 rows hold Au", Assert.Throws<ArgumentException>(() => LeaveElementOut.Of(compositions, "Au", 1)).Message);
    }

    [Fact]
    public void Clusters_that_are_far_apart_are_found()
    {
        var random = new Random(3);
        double[][] features = [.. Enumerable.Range(0, 90).Select(row => (double[])[(row % 3 * 10) + random.NextDouble(), row % 3 == 1 ? 5 : random.NextDouble(), 7])];
        var splits = LeaveClusterOut.Of(features, 3, 1);
        Assert.All(splits, split => Assert.Single(split.Test.Select(row => row % 3).Distinct()));
        Assert.Equal(["cluster 1", "cluster 2", "cluster 3"], splits.Select(split => split.Name));
        Assert.Contains("Feature 1 of row 1 is NaN", Assert.Throws<ArgumentException>(() => LeaveClusterOut.Of([[1, 2], [1, double.NaN]], 2, 1)).Message);
        Assert.Contains("3 clusters of 4 rows, 2 of them different", Assert.Throws<ArgumentException>(() => LeaveClusterOut.Of([[1], [2], [1], [2]], 3, 1)).Message);
    }

    [Fact]
    public void The_newest_rows_judge_and_no_year_is_torn()
    {
        var rows = new Rows(300, 5);
        var split = TimeSplit.Of(rows.Years);
        Assert.True(split.Train.Max(row => rows.Years[row]) < split.Validation.Min(row => rows.Years[row]));
        Assert.True(split.Validation.Max(row => rows.Years[row]) < split.Test.Min(row => rows.Years[row]));
        Assert.Equal<int>([1, 3], TimeSplit.After([1999, 2004, 2000, 2010, 2001], 2000, 2001).Test);
    }

    public static TheoryData<string, Action> Refused() => new()
    {
        { "4 folds of 3 rows; it needs at least 2 folds and a row for each.", () => KFolds.Of(3, 4, 1) },
        { "There is no row to divide; give the group of each row.", () => GroupSplit.Of([], 1) },
        { "There is no row to divide; give the class of each row.", () => StratifiedSplit.Of([], 1) },
        { "Class \"b\" has 1 row for 2 folds; every class needs one for each fold. Take fewer folds or join classes.", () => StratifiedFolds.Of(["a", "b", "a"], 2, 1) },
        { "Class \"b\" has 2 rows, of which 1 would judge and 1 decide when to stop; none is left to train on. Join rare classes or take smaller shares.", () => StratifiedSplit.Of(["a", "a", "a", "b", "b"], 1) },
        { "All 3 rows are of the group \"a\"; leaving one out needs at least 2.", () => LeaveGroupOut.Of(["a", "a", "a"], 1) },
        { "No group has 5 rows; the greatest has 2. Ask for fewer.", () => LeaveGroupOut.Of(["a", "b", "a"], 1, fewest: 5) },
        { "The rows are of 2 years; 3 parts need a year each.", () => TimeSplit.Of([2000, 2001, 2000]) },
        { "The rows are of 2000 to 2005; training up to 2010 and judging after 2011 leaves a part without rows. Give years within.", () => TimeSplit.After([2000, 2005], 2010, 2011) },
        { "The split has 0 rows to train on and 0 to judge by; each part needs at least one. Give more rows or other shares.", () => RandomSplit.Of(0, 1) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_divided_is_refused_in_one_sentence(string message, Action divide) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(divide).Message);

    /// <summary>Rows by chance; every class and formula occurs.</summary>
    private sealed record Rows(int[] Drawn)
    {
        public Rows(int count, int seed)
            : this([.. Enumerable.Range(0, count).Select(row => row).Zip(Chance(count, seed), (row, drawn) => row < 48 ? row % 12 : drawn)])
        {
        }

        public int Count => Drawn.Length;

        public string[] Formulas => [.. Drawn.Select(drawn => SplitRulesTests.Formulas[drawn])];

        public Composition[] Compositions => [.. Formulas.Select(Composition.Parse)];

        public string[] Classes => [.. Drawn.Select(drawn => $"class {drawn % 3}")];

        public int[] Years => [.. Drawn.Select(drawn => 1995 + drawn)];

        public double[][] Features => [.. Drawn.Select((drawn, row) => (double[])[drawn, drawn * drawn % 7, row % 5])];

        public Rows Reversed() => new([.. Drawn.Reverse()]);

        private static IEnumerable<int> Chance(int count, int seed)
        {
            var random = new Random(seed);
            return Enumerable.Range(0, count).Select(_ => random.Next(12)).ToArray();
        }
    }
}
