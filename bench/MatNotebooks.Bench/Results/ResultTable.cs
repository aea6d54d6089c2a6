using MatNotebooks.Datasets;
using Spectre.Console;

namespace MatNotebooks.Bench.Results;

/// <summary>
/// The numbers of one experiment, <c>bench/results/EXPERIMENT.csv</c>. A row with the same case, metric and threads is replaced, every
/// other stays; each is on disk as soon as it is put, so an experiment that was stopped goes on where it was.
/// </summary>
internal sealed class ResultTable
{
    private const string Header = "experiment,case,metric,value,unit,lower,upper,seeds,threads,machine,commit";
    private readonly string experiment;
    private readonly Provenance provenance;
    private readonly List<string[]> rows;

    /// <summary>Opens the table of an experiment; the file need not be there.</summary>
    public ResultTable(string experiment)
        : this(experiment, Path.Combine(DataFolders.Repository, "bench", "results", experiment + ".csv"), Provenance.Here(DataFolders.Repository))
    {
    }

    /// <summary>Opens the table of an experiment elsewhere.</summary>
    public ResultTable(string experiment, string path)
        : this(experiment, path, Provenance.Here(DataFolders.Repository))
    {
    }

    internal ResultTable(string experiment, string path, Provenance provenance)
    {
        (this.experiment, FilePath, this.provenance) = (experiment, path, provenance);
        rows = File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))] : [];
    }

    /// <summary>The sources that compute it, with "-dirty" behind when they differ from the commit.</summary>
    public string Commit => provenance.Commit;

    /// <summary>Where the table lies.</summary>
    public string FilePath { get; }

    /// <summary>The value that stands in the table from these very sources; null when there is none.</summary>
    public double? Find(string @case, string metric, int threads = 1) =>
        rows.Find(row => IsOf(row, @case, metric, threads) && row[10] == provenance.Commit) is { } row ? double.Parse(row[3]) : null;

    /// <summary>Writes a row, in the place of the one it replaces.</summary>
    public void Put(ResultRow row) => PutAll([row]);

    /// <summary>Writes many rows at once.</summary>
    public void PutAll(IEnumerable<ResultRow> many)
    {
        var places = rows.Index().ToDictionary(row => (row.Item[0], row.Item[1], row.Item[2], row.Item[8]), row => row.Index);
        foreach (var cells in many.Select(Cells))
        {
            if (places.TryGetValue((cells[0], cells[1], cells[2], cells[8]), out var old))
            {
                rows[old] = cells;
                continue;
            }
            places.Add((cells[0], cells[1], cells[2], cells[8]), rows.Count);
            rows.Add(cells);
        }
        Save();
    }

    /// <summary>Writes a row and says it.</summary>
    public void Report(ResultRow row)
    {
        Put(row);
        AnsiConsole.MarkupLineInterpolated($"{row.Case,-20} {row.Metric,-28} {row.Value,12:n1} {row.Unit,-4} {row.Threads} thread(s)");
    }

    private string[] Cells(ResultRow row)
    {
        string[] cells =
        [
            experiment, row.Case, row.Metric, Cell(row.Value), row.Unit, Cell(row.Lower), Cell(row.Upper),
            row.Seeds.ToString(), row.Threads.ToString(), row.Machine ?? provenance.Machine, row.Commit ?? provenance.Commit,
        ];
        return cells.FirstOrDefault(cell => cell.Contains(',') || cell.Contains('\n')) is { } wrong
            ? throw new ArgumentException($"A result says \"{wrong}\"; cells take no comma and no line break.")
            : cells;
    }

    private bool IsOf(string[] row, string @case, string metric, int threads) =>
        row[0] == experiment && row[1] == @case && row[2] == metric && row[8] == threads.ToString();

    private static string Cell(double? value) => value?.ToString("G6") ?? "";

    private void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        var fresh = FilePath + ".new";
        File.WriteAllLines(fresh, [Header, .. rows.Select(row => string.Join(',', row))]);
        File.Move(fresh, FilePath, overwrite: true);
    }
}
