using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Datasets;

/// <summary>A folder of CIF files and the table that gives each a target, as CGCNN takes them.</summary>
internal sealed class CifFolder(string folder, Action<BadRecord, Exception?> onBad)
{
    public const string TableName = "id_prop.csv";
    private static readonly string[] MissingWords = ["", "nan", "na", "null", "none"];
    private string[]? header;

    public IEnumerable<StructureRecord> Read()
    {
        var table = Path.Combine(folder, TableName);
        if (!File.Exists(table))
        {
            onBad(new(folder, $"the folder has no {TableName}; write one row \"id,target\" for each file id.cif."), null);
            yield break;
        }
        FilesRead.Note(table);
        var any = false;
        var number = 0;
        foreach (var line in File.ReadLines(table))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var cells = line.Split(',').Select(cell => cell.Trim().Trim('"')).ToArray();
            if (!any && header is null && cells[0].Equals("id", StringComparison.OrdinalIgnoreCase))
            {
                header = cells;
                continue;
            }
            any = true;
            if (TryRow(cells, $"{TableName}:{number}") is { } record) yield return record;
        }
        if (!any) onBad(new(TableName, "the file is empty; it needs one row \"id,target\" for each file id.cif."), null);
    }

    private StructureRecord? TryRow(string[] cells, string origin)
    {
        try
        {
            var values = Values(cells);
            return new(cells[0], ReadCrystal(cells[0]), values) { Origin = origin };
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or IOException)
        {
            onBad(new(origin, wrong.Message), wrong);
            return null;
        }
    }

    private Crystal ReadCrystal(string id)
    {
        var name = id.EndsWith(".cif", StringComparison.OrdinalIgnoreCase) ? id : id + ".cif";
        var file = Path.Combine(folder, name);
        if (!File.Exists(file)) throw new FileNotFoundException($"the file {name} is not in the folder; add it or delete the row.");
        FilesRead.Note(file);
        var crystal = StructureFile.Read(file);
        return new(crystal.Lattice, crystal.Sites, id);
    }

    private Dictionary<string, JsonElement> Values(string[] cells)
    {
        if (cells.Length < 2 || (header is not null && cells.Length != header.Length))
            throw new FormatException($"the row has {cells.Length} cells; it needs {string.Join(',', header ?? ["id", "target"])}.");
        return Enumerable.Range(1, cells.Length - 1).ToDictionary(KeyOf, column => Value(KeyOf(column), cells[column], isTarget: column == 1));
    }

    private string KeyOf(int column) => header?[column] ?? (column == 1 ? "target" : $"target{column}");

    /// <summary>The first column must be a number; of the others each may be missing, a number or a word.</summary>
    private static JsonElement Value(string key, string cell, bool isTarget)
    {
        if (double.TryParse(cell, out var number) && double.IsFinite(number)) return JsonSerializer.SerializeToElement(number);
        if (isTarget)
            throw new FormatException($"\"{key}\" is \"{cell}\"; a target must be a finite number: mend it or delete the row.");
        return JsonSerializer.SerializeToElement(MissingWords.Contains(cell.ToLowerInvariant()) ? null : cell);
    }
}
