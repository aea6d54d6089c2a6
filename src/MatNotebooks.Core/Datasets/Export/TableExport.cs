using System.Text.Json;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Tables;

namespace MatNotebooks.Datasets.Export;

/// <summary>Writes rows as Parquet or CSV: lines of JSON on the disk first, which DuckDB then turns into columns without holding them.</summary>
internal static class TableExport
{
    private const string MemoryLimit = "512MB";

    public static void Write(IEnumerable<DataRecord> rows, string path, ExportFormat format, DatasetEntry? about, RowCount count)
    {
        var lines = path + ".jsonl";
        try
        {
            using (var file = File.Create(lines))
                JsonLinesExport.Write(rows, file, withAtoms: format == ExportFormat.Parquet, withFormula: true, count);
            using var tables = new TableDatabase();
            tables.Query($"SET memory_limit = '{MemoryLimit}'; SET temp_directory = {Literal(path + ".spill")}; SET preserve_insertion_order = true");
            var source = $"read_json({Literal(lines)}, format = 'newline_delimited', sample_size = -1)";
            var options = format == ExportFormat.Parquet ? $"FORMAT parquet, COMPRESSION zstd{Metadata(about)}" : "FORMAT csv, HEADER";
            tables.Query($"COPY (SELECT * FROM {source}) TO {Literal(path)} ({options})", cancellation: count.Cancellation);
        }
        finally
        {
            File.Delete(lines);
            if (Directory.Exists(path + ".spill"))
                Directory.Delete(path + ".spill", recursive: true);
        }
    }

    private static string Metadata(DatasetEntry? about) => about is null
        ? ""
        : $", KV_METADATA {{data_set: {Literal(about.Name)}, title: {Literal(about.Title)}, source: {Literal(about.Source)}, licence: {Literal(about.Licence)}, cite: {Literal(about.Cite)}, units: {Literal(Units(about))}}}";

    private static string Units(DatasetEntry about) => JsonSerializer.Serialize(
        about.Columns.Where(column => column.Unit.Length > 0).ToDictionary(column => RecordWriter.KeyOf(column.Name, withFormula: true), column => column.Unit));

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
