using System.Text.Json;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>Reads the files of a data set in the way its entry says.</summary>
internal static class DatasetReader
{
    /// <summary>
    /// "structures": structure records; "csv" and "mp": a table with a header, its crystals elsewhere; "mlearn": cells with forces;
    /// "sites": crystals with shared sites; "molecules": atoms in free space.
    /// </summary>
    public static IEnumerable<DataRecord> Read(DatasetEntry entry, bool withStructures) => entry.Reader switch
    {
        "structures" => entry.Files.SelectMany(file => StructureRecords.Read(entry.PathOf(file))),
        "mlearn" or "sites" or "molecules" => entry.Files.SelectMany(file => BrokenArchive.Watch(JsonRows(entry.PathOf(file), RowReader(entry, file)), file)),
        "csv" or "mp" when withStructures => JoinedStructures.Read(entry, Table(entry)),
        "csv" or "mp" => Table(entry),
        var other => throw new InvalidOperationException($"catalog.yaml: {entry.Name} has the reader '{other}', which there is not."),
    };

    /// <summary>The rows of a table, without their crystals.</summary>
    public static IEnumerable<FormulaRecord> Table(DatasetEntry entry) => entry.Files.SelectMany(file =>
        new CsvRows(entry.PathOf(file), entry.Id, entry.Formula, entry.Files.Count > 1 ? Path.GetFileNameWithoutExtension(file) : null).Read());

    private static Func<JsonElement, DataRecord> RowReader(DatasetEntry entry, string file) => entry.Reader switch
    {
        "mlearn" => row => OtherRows.Forces(row, Path.GetFileName(file).Split('.')[0].Split('_')[^1]),
        "sites" => OtherRows.SharedSites,
        _ => OtherRows.Molecule,
    };

    private static IEnumerable<DataRecord> JsonRows(string path, Func<JsonElement, DataRecord> read)
    {
        using var text = TextFile.Open(path);
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            yield return Row(line, $"{Path.GetFileName(path)}:{number}", read);
        }
    }

    private static DataRecord Row(string line, string origin, Func<JsonElement, DataRecord> read)
    {
        try
        {
            return read(JsonElement.Parse(line)) with { Origin = origin };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new BadRecordException(new(origin, wrong.Message), wrong);
        }
    }
}
