using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Catalogue;

/// <summary>The rule beside the folds that Matbench published.</summary>
public sealed class MatbenchFoldsTests
{
    [SharedDataFact("matbench/matbench_steels.csv.gz")]
    public void The_rule_gives_the_official_fold_of_every_row_of_all_thirteen_tasks()
    {
        var tasks = DatasetCatalogue.All.Where(entry => entry.Name.StartsWith("matbench_", StringComparison.Ordinal)).ToArray();
        Assert.Equal(13, tasks.Length);
        foreach (var task in tasks)
        {
            var lines = Lines(SharedData.PathOf(task.Files[0]));
            var official = lines.Select(line => int.Parse(line[3])).ToArray();
            var byRule = task.Download!.Folds == "matbench_stratified" ? MatbenchFolds.Stratified([.. lines.Select(line => line[2])]) : MatbenchFolds.Of(lines.Length);
            Assert.True(official.SequenceEqual(byRule), $"{task.Name}: {official.Zip(byRule).Count(pair => pair.First != pair.Second)} of {lines.Length} rows are in another fold");
        }
    }

    [Fact]
    public void Too_few_rows_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MatbenchFolds.Of(4));
        Assert.Throws<ArgumentException>(() => MatbenchFolds.Stratified(["a", "b", "a", "b", "a"]));
    }

    // The columns up to the fold hold no comma within quotes.
    private static string[][] Lines(string path)
    {
        using var text = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress));
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
    }
}
