using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets.Downloads;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>Crystals as CIF files in an archive, named by id, and tables with a row for each id.</summary>
/// <param name="folder">The folder that holds the files.</param>
/// <param name="download">The archive first, then the tables.</param>
/// <param name="splitKey">Key under which a row says which table it is of.</param>
internal sealed class CifArchive(string folder, DatasetDownload download, string splitKey)
{
    /// <summary>The crystals whose id has a row, in the order of the archive.</summary>
    /// <exception cref="BadRecordException">While rows are taken: a file cannot be read.</exception>
    public IEnumerable<StructureRecord> Read()
    {
        var rows = (from table in download.Files.Skip(1)
                    from row in new CsvRows(Path.Combine(folder, table.Name), download.Id, null, null).Read()
                    select (row.Id, Row: new OriginalRow(row.Origin!, table.Part, [.. row.Values.Select(value => (value.Key, value.Value))]))).ToDictionary(pair => pair.Id, pair => pair.Row);
        foreach (var (name, text) in TarFiles.Read(Path.Combine(folder, download.Files[0].Name), ".cif"))
            if (rows.TryGetValue(Path.GetFileNameWithoutExtension(name), out var row))
                yield return Record(name, text, row);
    }

    private StructureRecord Record(string name, string text, OriginalRow row)
    {
        try
        {
            var id = Path.GetFileNameWithoutExtension(name);
            return new(id, Cif.Parse(text, name).WithId(id), row.Values(download, null, splitKey)) { Origin = name };
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new BadRecordException(new(name, wrong.Message), wrong);
        }
    }
}
