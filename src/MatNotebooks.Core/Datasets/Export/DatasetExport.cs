using System.IO.Compression;
using MatNotebooks.Datasets.Catalogue;

namespace MatNotebooks.Datasets.Export;

/// <summary>Writes data sets to files, row by row: however large a set is, one row at a time is in memory.</summary>
public static class DatasetExport
{
    /// <summary>Writes a data set of the catalogue.</summary>
    /// <param name="entry">The data set.</param>
    /// <param name="path">The file, which is replaced in one step when it is whole.</param>
    /// <param name="format">How.</param>
    /// <param name="progress">Is told how many rows are written, every 1000.</param>
    /// <param name="cancellation">Ends it; no file is left.</param>
    /// <exception cref="FileNotFoundException">The set is not on this machine.</exception>
    /// <exception cref="BadRecordException">A row cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ExportResult Write(DatasetEntry entry, string path, ExportFormat format, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Write(entry.Read(), path, format, entry, progress, cancellation);

    /// <summary>Writes rows.</summary>
    /// <param name="rows">The rows; taken once, one by one.</param>
    /// <param name="path">The file, which is replaced in one step when it is whole.</param>
    /// <param name="format">How.</param>
    /// <param name="about">What Parquet's metadata shall say of source, licence and units. The default is nothing.</param>
    /// <param name="progress">Is told how many rows are written, every 1000.</param>
    /// <param name="cancellation">Ends it; no file is left.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ExportResult Write(
        IEnumerable<DataRecord> rows, string path, ExportFormat format, DatasetEntry? about = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var draft = full + ".draft";
        try
        {
            var count = new RowCount(progress, cancellation);
            if (format is ExportFormat.Parquet or ExportFormat.Csv)
                TableExport.Write(rows, draft, format, about, count);
            else
                WriteText(rows, draft, isPacked: full.EndsWith(".gz", StringComparison.OrdinalIgnoreCase), format, count);
            File.Move(draft, full, overwrite: true);
            return new(full, count.Written, count.LeftOut, new FileInfo(full).Length);
        }
        catch (IOException failed) when (Downloads.DiskSpace.IsFull(failed))
        {
            throw new IOException($"The disk of {Path.GetDirectoryName(full)} is full; free some, or write elsewhere.", failed);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void WriteText(IEnumerable<DataRecord> rows, string path, bool isPacked, ExportFormat format, RowCount count)
    {
        using var file = File.Create(path);
        using Stream packed = isPacked ? new GZipStream(file, CompressionLevel.Optimal) : file;
        if (format == ExportFormat.Jsonl)
        {
            JsonLinesExport.Write(rows, packed, withAtoms: true, withFormula: null, count);
            return;
        }
        using var text = new StreamWriter(packed) { NewLine = "\n" };
        foreach (var row in rows)
        {
            var frame = ExtendedXyzFrame.Of(row);
            if (frame is not null)
                text.Write(frame);
            count.Add(frame is not null);
        }
    }
}
