using System.Globalization;
using System.Text.Json;
using MatNotebooks.Datasets.Downloads;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>The rows of a data set as its publisher gives them, one at a time.</summary>
/// <param name="entry">The data set.</param>
/// <param name="folder">The folder that holds its files.</param>
internal sealed class OriginalRows(DatasetEntry entry, string folder)
{
    private readonly DatasetDownload download = entry.Download!;

    /// <summary>
    /// "frame": pandas, {"columns": [...], "data": [[...], ...]}; "array": [{...}, ...]; "lines": an object on each line; "table": CSV;
    /// "qm9": XYZ files in a tar archive; "cifs": CIF files in a tar archive and tables of what is known of them; "structures": structure records.
    /// </summary>
    /// <exception cref="BadRecordException">While rows are taken: one cannot be read.</exception>
    public IEnumerable<DataRecord> Read()
    {
        if (download.Reader == "qm9")
            return new Qm9Archive(folder, download).Read();
        if (download.Reader == "cifs")
            return new CifArchive(folder, download, entry.Split!).Read();
        if (download.Reader == "structures")
            return download.Names(entry.Name).SelectMany(name => StructureRecords.Read(Path.Combine(folder, name)));
        return Records();
    }

    private IEnumerable<DataRecord> Records()
    {
        var folds = Folds();
        foreach (var (index, row) in download.Files.SelectMany(Rows).Index())
            yield return Record(row, index, folds);
    }

    private IEnumerable<OriginalRow> Rows(DownloadFile file)
    {
        var path = Path.Combine(folder, file.Name);
        return download.Reader switch
        {
            "frame" => Frame(path, file),
            "array" => Items(path, null).Select((row, index) => OfObject(row.Item, $"{file.Name}:#{index + 1}", file)),
            "lines" => BrokenArchive.Watch(Lines(path, file), path),
            "table" => new CsvRows(path, null, null, null).Read().Select(row => new OriginalRow(row.Origin!, file.Part, [.. row.Values.Select(value => (value.Key, value.Value))])),
            var other => throw new InvalidOperationException($"catalog.yaml: {entry.Name} has the reader '{other}', which there is not."),
        };
    }

    private static IEnumerable<(JsonElement Item, JsonItems Items)> Items(string path, string? member)
    {
        using var file = PackedFile.Open(path);
        var items = new JsonItems(file.Content, Path.GetFileName(path));
        foreach (var item in items.Read(member))
            yield return (item, items);
    }

    private static IEnumerable<OriginalRow> Frame(string path, DownloadFile file)
    {
        string[]? columns = null;
        var number = 0;
        foreach (var (item, items) in Items(path, "data"))
        {
            number++;
            columns ??= items.Members.TryGetValue("columns", out var names) && names.ValueKind == JsonValueKind.Array
                ? [.. names.EnumerateArray().Select(name => name.ToString())]
                : throw new BadRecordException(new(file.Name, "\"columns\", a list of names, must stand before \"data\"."));
            if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() != columns.Length)
                throw new BadRecordException(new($"{file.Name}:#{number}", $"the row has {(item.ValueKind == JsonValueKind.Array ? item.GetArrayLength() : 1)} values and there are {columns.Length} columns."));
            yield return new($"{file.Name}:#{number}", file.Part, [.. columns.Zip(item.EnumerateArray())]);
        }
    }

    private static IEnumerable<OriginalRow> Lines(string path, DownloadFile file)
    {
        using var packed = PackedFile.Open(path);
        using var text = new StreamReader(packed.Content);
        for (var number = 1; text.ReadLine() is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line))
                yield return OfObject(Parse(line, $"{file.Name}:{number}"), $"{file.Name}:{number}", file);
    }

    private static OriginalRow OfObject(JsonElement row, string origin, DownloadFile file) => row.ValueKind == JsonValueKind.Object
        ? new(origin, file.Part, [.. row.EnumerateObject().Select(member => (member.Name, member.Value))])
        : throw new BadRecordException(new(origin, $"the row is {row.ValueKind}; it must be an object with its values."));

    private static JsonElement Parse(string line, string origin)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException wrong)
        {
            throw new BadRecordException(new(origin, $"the line is not JSON ({wrong.Message.TrimEnd('.')}); delete the file and fetch it again."), wrong);
        }
    }

    private DataRecord Record(OriginalRow row, int index, IReadOnlyList<int>? folds)
    {
        if (folds is not null && index >= folds.Count)
            throw new BadRecordException(new(row.Origin, $"{entry.Name} has {entry.Rows} rows and this is one more; the official folds are for that many."));
        try
        {
            return row.ToRecord(download, IdOf(row, index), folds?[index], entry.Split) with { Origin = row.Origin };
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new BadRecordException(new(row.Origin, wrong.Message), wrong);
        }
    }

    private string IdOf(OriginalRow row, int index)
    {
        if (download.Id is { } key)
            return download.Prefix + (row.Find(key) ?? throw new BadRecordException(new(row.Origin, $"\"{key}\" is missing.")));
        var digits = entry.Rows.ToString(CultureInfo.InvariantCulture).Length;
        return download.Prefix + (index + 1).ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    // The rule for classes needs the classes of all rows first: the file is read twice.
    private IReadOnlyList<int>? Folds() => download.Folds switch
    {
        null => null,
        "matbench" => MatbenchFolds.Of(entry.Rows),
        "matbench_stratified" => MatbenchFolds.Stratified([.. download.Files.SelectMany(Rows).Select(row => row.Find(download.Rename.Single(pair => pair.Value == entry.Target).Key) ?? "")]),
        var other => throw new InvalidOperationException($"catalog.yaml: {entry.Name} has the folds '{other}', which there are not."),
    };
}
