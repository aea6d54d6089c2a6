using System.Globalization;
using System.IO.Compression;
using MatNotebooks.Datasets;
using MatNotebooks.Metrics;

namespace MatNotebooks.Bench.Tables;

/// <summary>What published models predicted for the very rows that judge ours: row by row, from the leaderboards' own files.</summary>
/// <param name="file">File below the folder of the data, such as "leaderboards/matbench_perovskites_predictions.csv.gz".</param>
internal sealed class LeaderboardPredictions(string file)
{
    /// <summary>Mean absolute errors on the test rows of a task, the mean over its folds; nothing where the file is not on this machine.</summary>
    /// <param name="rows">The rows of the task.</param>
    /// <param name="target">Name of the target.</param>
    /// <param name="idOf">How the file calls a row.</param>
    public IEnumerable<PublishedError> On(TaskRows rows, string target, Func<string, string> idOf)
    {
        if (DataFolders.External is not { } folder || !File.Exists(Path.Combine(folder, file))) yield break;
        var lines = Lines(Path.Combine(folder, file)).ToArray();
        var known = lines.Skip(1).ToDictionary(cells => cells[0]);
        foreach (var column in Models(lines[0]))
        {
            var errors = rows.Splits.Select(split => Error(split.Test.Select(row => known[idOf(rows.Samples[row].Id)]).ToArray(), column));
            yield return new(target, lines[0][column], errors.Average(), $"computed from {Path.GetFileName(file)} on these test rows");
        }
    }

    private static double Error(string[][] cells, int column) => Regression.MeanAbsoluteError([.. cells.Select(row => Number(row[column]))], [.. cells.Select(row => Number(row[1]))]);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>The columns of models stand between those of the row and the first that begins with "has_".</summary>
    private static IEnumerable<int> Models(string[] header) =>
        Enumerable.Range(0, Array.FindIndex(header, name => name.StartsWith("has_", StringComparison.Ordinal))).Where(column => header[column] is not ("id" or "mb_id" or "target" or "fold"));

    private static IEnumerable<string[]> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line.Split(',');
    }
}
