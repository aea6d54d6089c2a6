namespace MatNotebooks.Datasets.Downloads;

/// <summary>How the original of a data set is fetched and read.</summary>
public sealed record DatasetDownload
{
    /// <summary>Its files; empty where a web service is asked.</summary>
    public IReadOnlyList<DownloadFile> Files { get; init; } = [];

    /// <summary>The web service; null where files are fetched.</summary>
    public WebService? Service { get; init; }

    /// <summary>"frame", "array", "lines", "table", "qm9", "cifs" or "structures"; see <see cref="Catalogue.OriginalRows"/>.</summary>
    internal string Reader { get; init; } = "";

    /// <summary>Key of the crystal; null where there is none.</summary>
    internal string? Structure { get; init; }

    /// <summary>Key of the formula; null where the crystal says it.</summary>
    internal string? Formula { get; init; }

    /// <summary>Key of the name; null to number rows.</summary>
    internal string? Id { get; init; }

    /// <summary>What stands before the number of a row, such as "mb-steels-".</summary>
    internal string? Prefix { get; init; }

    /// <summary>Keys of the original and what the catalogue calls them.</summary>
    internal Dictionary<string, string> Rename { get; init; } = [];

    /// <summary>Keys that are left out: bulky, and said by the crystal.</summary>
    internal IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The rule of the official folds: "matbench", "matbench_stratified"; null for none.</summary>
    internal string? Folds { get; init; }

    /// <summary>The files on this machine that make the set.</summary>
    internal IEnumerable<string> Names(string set) => Service is null ? Files.Select(file => file.Name) : [set + ".jsonl.gz"];
}
