using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Splits;

/// <summary>Folds beside scikit-learn's (tests/References/splits.py) and the official ones of MatBench.</summary>
public sealed class ScikitLearnFoldsTests
{
    private const int MatbenchSeed = 18012019;

    public static TheoryData<string, int, uint, string, string> Cases()
    {
        var data = new TheoryData<string, int, uint, string, string>();
        foreach (var row in ReferenceTable.Read("splits.csv"))
            data.Add(row["rule"], int.Parse(row["folds"]), uint.Parse(row["seed"]), row["labels"], row["fold_of_row"]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Folds_are_those_of_scikit_learn(string rule, int folds, uint seed, string labels, string foldOfRow)
    {
        string[] names = [.. labels.Select(letter => letter.ToString())];
        var found = rule switch
        {
            "KFold" => KFolds.Of(foldOfRow.Length, folds, unchecked((int)seed), validation: 0),
            "StratifiedKFold" => StratifiedFolds.Of(names, folds, unchecked((int)seed), validation: 0),
            _ => BalancedGroupFolds.Of(names, folds, validation: 0),
        };
        Assert.Equal(foldOfRow, string.Concat(NumbersOf(found, foldOfRow.Length)));
    }

    [SharedDataFact("matbench/matbench_steels.csv.gz")]
    public void Folds_of_the_official_seed_are_those_of_every_matbench_task()
    {
        foreach (var name in (string[])["steels", "jdft2d", "phonons", "expt_gap", "dielectric", "log_gvrh", "perovskites"])
        {
            var rows = Rows(name);
            Assert.Equal(Official(rows), NumbersOf(KFolds.Of(rows.Length, 5, MatbenchSeed, validation: 0), rows.Length));
        }
        foreach (var name in (string[])["expt_is_metal", "glass"])
        {
            var rows = Rows(name);
            var folds = StratifiedFolds.Of([.. rows.Select(row => row.RequiredText("target"))], 5, MatbenchSeed, validation: 0);
            Assert.Equal(Official(rows), NumbersOf(folds, rows.Length));
        }

        static MatNotebooks.Datasets.FormulaRecord[] Rows(string name) => [.. DatasetCatalogue.Find("matbench_" + name).ReadFormulas()];
        static int[] Official(MatNotebooks.Datasets.FormulaRecord[] rows) => [.. rows.Select(row => (int)row.RequiredNumber("fold"))];
    }

    private static int[] NumbersOf(IReadOnlyList<DataSplit> folds, int rows)
    {
        var number = new int[rows];
        foreach (var (fold, split) in folds.Index())
            foreach (var row in split.Test) number[row] = fold;
        return number;
    }
}
