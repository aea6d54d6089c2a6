using System.Security.Cryptography;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>A data set of the catalogue: what it holds, where it comes from, who to cite.</summary>
public sealed record DatasetEntry
{
    private const string Shipped = "shipped";

    /// <summary>Its name, such as "matbench_phonons".</summary>
    public string Name { get; init; } = "";

    /// <summary>One line about it.</summary>
    public string Title { get; init; } = "";

    /// <summary>What its rows are about.</summary>
    public DatasetKind Kind { get; init; }

    /// <summary>Its files, relative to the folder of the data.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How many rows it has.</summary>
    public int Rows { get; init; }

    /// <summary>How many rows have their crystal on this machine's copy; null where all have.</summary>
    public int? Crystals { get; init; }

    /// <summary>Key of what is usually predicted.</summary>
    public string Target { get; init; } = "";

    /// <summary>Key of the official split (train, val, test); null where there is none.</summary>
    public string? Split { get; init; }

    /// <summary>Key of the official test fold; null where there is none.</summary>
    public string? Fold { get; init; }

    /// <summary>Key of what must not be separated when data are split; null for the formula.</summary>
    public string? Group { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Its licence.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Who to cite.</summary>
    public string Cite { get; init; } = "";

    /// <summary>Its columns, units included; rows may say more.</summary>
    public IReadOnlyList<DatasetColumn> Columns { get; init; } = [];

    /// <summary>How its files are read; see <see cref="DatasetReader"/>.</summary>
    internal string Reader { get; init; } = "";

    internal string? Place { get; init; }

    internal string? Id { get; init; }

    internal string? Formula { get; init; }

    internal string? Mpid { get; init; }

    internal string? Structures { get; init; }

    /// <summary>Whether its files are on this machine.</summary>
    public bool IsHere => Files.All(file => Find(file) is not null);

    /// <summary>Size of its files | bytes; 0 where they are not on this machine.</summary>
    public long Bytes => IsHere ? Files.Sum(file => new FileInfo(PathOf(file)).Length) : 0;

    /// <summary>Reads its rows one by one, those of a set of crystals with their crystals; rows without one are left out.</summary>
    /// <exception cref="FileNotFoundException">A file is not on this machine; the message says where it is looked for.</exception>
    /// <exception cref="BadRecordException">While rows are taken: one cannot be read.</exception>
    public IEnumerable<DataRecord> Read() => DatasetReader.Read(this, withStructures: Kind == DatasetKind.Structures);

    /// <summary>Reads its crystals one by one.</summary>
    /// <exception cref="InvalidOperationException">It is no set of crystals.</exception>
    /// <exception cref="FileNotFoundException">A file is not on this machine.</exception>
    public IEnumerable<StructureRecord> ReadStructures() => Kind == DatasetKind.Structures
        ? Read().Cast<StructureRecord>()
        : throw new InvalidOperationException($"{Name} holds {Kind.ToString().ToLowerInvariant()}, no crystals; use {nameof(Read)}().");

    /// <summary>Reads all its rows one by one with their formulas and without their crystals.</summary>
    /// <exception cref="FileNotFoundException">A file is not on this machine.</exception>
    public IEnumerable<FormulaRecord> ReadFormulas() => DatasetReader.Read(this, withStructures: false)
        .Select(row => row as FormulaRecord ?? new FormulaRecord(row.Id, row.Formula, row.Values) { Origin = row.Origin });

    /// <summary>SHA-256 of each file, in hexadecimal, by its name.</summary>
    /// <exception cref="FileNotFoundException">A file is not on this machine.</exception>
    public IReadOnlyDictionary<string, string> Hashes() => Files.ToDictionary(file => file, file =>
    {
        using var stream = File.OpenRead(PathOf(file));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    });

    /// <summary>Name and title.</summary>
    public override string ToString() => $"{Name}: {Title}";

    internal string PathOf(string file) => Find(file) ?? (Place == Shipped
        ? throw new FileNotFoundException($"The data file {file} is not in {DataFolders.Shipped}; restore it from the repository.")
        : DataFolders.ExternalFile(file));

    private string? Find(string file)
    {
        var folder = Place == Shipped ? DataFolders.Shipped : DataFolders.External;
        return folder is not null && System.IO.Path.Combine(folder, file) is var path && File.Exists(path) ? path : null;
    }
}
