using System.Security.Cryptography;
using MatNotebooks.Datasets.Downloads;

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

    /// <summary>The files of the project's own form of it, relative to the folder of the data; empty where there is only the original.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How the original is fetched; null where nobody publishes it. Where it is here, it is what is read.</summary>
    public DatasetDownload? Download { get; init; }

    /// <summary>How many rows it has; 0 for a data base that grows.</summary>
    public int Rows { get; init; }

    /// <summary>How many rows have their crystal on this machine's copy; null where all have.</summary>
    public int? Crystals { get; init; }

    /// <summary>Key of what is usually predicted.</summary>
    public string Target { get; init; } = "";

    /// <summary>Key of the official split (train, val, test); null where there is none.</summary>
    public string? Split { get; init; }

    /// <summary>Key of the official test fold; null where there is none.</summary>
    public string? Fold { get; init; }

    /// <summary>How the official split or folds come about, in words; null where there are none or the rows say it.</summary>
    public string? Rule { get; init; }

    /// <summary>What is known to be wrong with it; null where nothing is.</summary>
    public string? Defects { get; init; }

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

    /// <summary>Whether it is on this machine.</summary>
    public bool IsHere => IsDownloaded || (Files.Count > 0 && Files.All(file => Find(file) is not null));

    /// <summary>Size of its files | bytes; 0 where they are not on this machine.</summary>
    public long Bytes => IsHere ? Paths().Sum(file => new FileInfo(file.Path).Length) : 0;

    private bool IsDownloaded => Download?.Names(Name).All(file => File.Exists(System.IO.Path.Combine(DownloadFolder, file))) ?? false;

    private string DownloadFolder => System.IO.Path.Combine(DataFolders.Downloads, Name);

    /// <summary>Reads its rows one by one, those of a set of crystals with their crystals; rows without one are left out.</summary>
    /// <exception cref="FileNotFoundException">A file is not on this machine; the message says where it is looked for or how it is fetched.</exception>
    /// <exception cref="BadRecordException">While rows are taken: one cannot be read.</exception>
    public IEnumerable<DataRecord> Read() => IsDownloaded ? ReadOriginal(DownloadFolder) : DatasetReader.Read(RequireFiles(), withStructures: Kind == DatasetKind.Structures);

    /// <summary>Reads its crystals one by one.</summary>
    /// <exception cref="InvalidOperationException">It is no set of crystals.</exception>
    /// <exception cref="FileNotFoundException">A file is not on this machine.</exception>
    public IEnumerable<StructureRecord> ReadStructures() => Kind == DatasetKind.Structures || (IsDownloaded && Download!.Structure is not null)
        ? Read().Cast<StructureRecord>()
        : throw new InvalidOperationException($"{Name} holds {Kind.ToString().ToLowerInvariant()}, no crystals; use {nameof(Read)}().");

    /// <summary>Reads the crystals of some rows one by one; of a large table those of the others are not even looked at.</summary>
    /// <param name="wanted">Whether a row is wanted, by what it says beside its crystal.</param>
    /// <exception cref="InvalidOperationException">It is no set of crystals.</exception>
    /// <exception cref="FileNotFoundException">A file is not on this machine.</exception>
    public IEnumerable<StructureRecord> ReadStructures(Func<DataRecord, bool> wanted) => !IsDownloaded && Kind == DatasetKind.Structures && Structures is not null
        ? JoinedStructures.Read(this, DatasetReader.Table(RequireFiles()).Where(row => wanted(row)))
        : ReadStructures().Where(row => wanted(row));

    /// <summary>Reads all its rows one by one with their formulas and without their crystals.</summary>
    /// <exception cref="FileNotFoundException">A file is not on this machine.</exception>
    public IEnumerable<FormulaRecord> ReadFormulas() => (IsDownloaded ? ReadOriginal(DownloadFolder) : DatasetReader.Read(RequireFiles(), withStructures: false))
        .Select(row => row as FormulaRecord ?? new FormulaRecord(row.Id, row.Formula, row.Values) { Origin = row.Origin });

    /// <summary>SHA-256 of each file, in hexadecimal, by its name.</summary>
    /// <exception cref="FileNotFoundException">A file is not on this machine.</exception>
    public IReadOnlyDictionary<string, string> Hashes() => Paths().ToDictionary(file => file.Name, file =>
    {
        using var stream = File.OpenRead(file.Path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    });

    /// <summary>Name and title.</summary>
    public override string ToString() => $"{Name}: {Title}";

    /// <summary>Reads the rows of the original.</summary>
    /// <param name="folder">The folder that holds its files.</param>
    internal IEnumerable<DataRecord> ReadOriginal(string folder) => new OriginalRows(this, folder).Read();

    internal string PathOf(string file) => Find(file) ?? (Place == Shipped
        ? throw new FileNotFoundException($"The data file {file} is not in {DataFolders.Shipped}; restore it from the repository.")
        : Download is not null ? throw NotFetched() : DataFolders.ExternalFile(file));

    private DatasetEntry RequireFiles() => Files.Count > 0 ? this : throw NotFetched();

    private FileNotFoundException NotFetched() => new($"{Name} is not on this machine (looked in {DataFolders.External ?? DataFolders.Downloads}); fetch it: matnb data get {Name}");

    private IEnumerable<(string Name, string Path)> Paths() => IsDownloaded
        ? Download!.Names(Name).Select(file => (file, System.IO.Path.Combine(DownloadFolder, file)))
        : RequireFiles().Files.Select(file => (file, PathOf(file)));

    private string? Find(string file)
    {
        var folder = Place == Shipped ? DataFolders.Shipped : DataFolders.External;
        return folder is not null && System.IO.Path.Combine(folder, file) is var path && File.Exists(path) ? path : null;
    }
}
