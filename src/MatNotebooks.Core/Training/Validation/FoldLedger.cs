using MatNotebooks.Journals;

namespace MatNotebooks.Training.Validation;

/// <summary>
/// A file of finished folds, one JSON line each, with which an interrupted cross-validation goes on. A line that a kill cut short is
/// passed over.
/// </summary>
public sealed class FoldLedger
{
    private readonly Lock turn = new();
    private readonly List<Entry> entries = [];
    private readonly JournalFile<Entry> file;
    private readonly string settings;
    private readonly string? source;

    /// <summary>Opens a ledger; the file need not be there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">What the folds depend on (data, recipe, sources); folds of other settings are passed over.</param>
    /// <param name="source">What computes the folds that are added, such as a commit; it is remembered with them and says nothing about which are found. The default is nobody.</param>
    public FoldLedger(string path, string settings, string? source = null)
    {
        (file, this.settings, this.source) = (new(path), settings, source);
        entries.AddRange(file.Read().Where(entry => entry.Settings == settings));
    }

    /// <summary>A finished fold; null where it is not there.</summary>
    public FoldPrediction? Find(string learner, int fold, int seed)
    {
        lock (turn)
            return entries.Find(entry => entry.Learner == learner && entry.Fold == fold && entry.Seed == seed) is { } entry
                ? new(fold, seed, Table(entry.Test), Table(entry.Asked), TimeSpan.FromSeconds(entry.Seconds)) { Source = entry.Source }
                : null;
    }

    /// <summary>Writes a finished fold to the file.</summary>
    public void Add(string learner, FoldPrediction fold)
    {
        var entry = new Entry(settings, learner, fold.Fold, fold.Seed, Rows(fold.Test), Rows(fold.Asked), fold.Duration.TotalSeconds, fold.Source ?? source);
        lock (turn)
        {
            entries.Add(entry);
            file.Add(entry);
        }
    }

    private static double[][] Rows(double[,] table) =>
        [.. Enumerable.Range(0, table.GetLength(0)).Select(row => Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column]).ToArray())];

    private static double[,] Table(double[][] rows)
    {
        var table = new double[rows.Length, rows.Length == 0 ? 0 : rows[0].Length];
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < rows[row].Length; column++) table[row, column] = rows[row][column];
        return table;
    }

    private sealed record Entry(string Settings, string Learner, int Fold, int Seed, double[][] Test, double[][] Asked, double Seconds, string? Source);
}
