using System.Text.Json;
using CsvHelper;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Datasets;

/// <summary>
/// Crystals without known values, one by one, from what is named: structure files (CIF, POSCAR, XYZ), folders of them, .jsonl(.gz) sets, and
/// .csv tables with a column <c>cif</c> that holds the text of a CIF and, if they like, a column <c>id</c>.
/// </summary>
/// <param name="onBad">Told of everything that cannot be read; the rest goes on.</param>
public sealed class StructureInput(Action<string> onBad)
{
    /// <summary>Reads all of it, in that order; of a folder the files by name.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="FileNotFoundException">Something that was named is not there.</exception>
    public IEnumerable<StructureRecord> Read(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
                throw new FileNotFoundException($"{path} is not there. Give structure files, folders, .jsonl, .jsonl.gz or .csv files.");
            foreach (var record in One(path)) yield return record;
        }
    }

    private IEnumerable<StructureRecord> One(string path)
    {
        if (Directory.Exists(path)) return Directory.EnumerateFiles(path).Where(IsStructure).Order(StringComparer.Ordinal).SelectMany(Structures);
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return Table(path);
        return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase)
            ? StructureRecords.Read(path, bad => onBad($"{path}: {bad}"))
            : Structures(path);
    }

    private static bool IsStructure(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".cif" or ".vasp" or ".poscar" or ".xyz" or ".extxyz"
        || Path.GetFileName(path) is "POSCAR" or "CONTCAR";

    // A file of several crystals numbers them.
    private IEnumerable<StructureRecord> Structures(string path)
    {
        var crystals = Attempt(path, () => StructureFile.ReadAll(path)) ?? [];
        var name = Path.GetFileNameWithoutExtension(path);
        return crystals.Select((crystal, number) => Record(crystals.Count == 1 ? name : $"{name}-{number + 1}", crystal));
    }

    private IEnumerable<StructureRecord> Table(string path)
    {
        using var text = new StreamReader(path);
        using var table = CsvReader.Create(text);
        table.ReadHeader();
        var header = (table.Headers ?? []).ToArray();
        var (id, cif) = (Array.IndexOf(header, "id"), Array.IndexOf(header, "cif"));
        if (cif < 0)
        {
            onBad($"{path}: it has no column 'cif' with the texts of CIF files.");
            yield break;
        }
        for (var number = 1; table.Read(); number++)
        {
            if (table.FieldCount != header.Length)
            {
                onBad($"{path}: row {number} has {table.FieldCount} cells and the header {header.Length}.");
                continue;
            }
            var name = id >= 0 && table.GetString(id) is { Length: > 0 } given ? given : $"row-{number}";
            var source = table.GetString(cif);
            if (Attempt($"{path}: {name}", () => Cif.Parse(source, name)) is { } crystal) yield return Record(name, crystal);
        }
    }

    private T? Attempt<T>(string name, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            onBad(wrong.Message.Contains(name, StringComparison.Ordinal) ? wrong.Message : $"{name}: {wrong.Message}");
            return null;
        }
    }

    private static StructureRecord Record(string id, Crystal crystal) => new(id, new(crystal.Lattice, crystal.Sites, id), new Dictionary<string, JsonElement>());
}
