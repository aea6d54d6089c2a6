using System.Globalization;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Downloads;

namespace MatNotebooks.Kernel.Display;

/// <summary>What is said of a data set, in a notebook and in a terminal.</summary>
internal static class DatasetFacts
{
    private const double Kilo = 1e3;
    private const double Mega = 1e6;

    /// <summary>The set of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message says what was probably meant.</exception>
    public static DatasetEntry Find(string name)
    {
        try
        {
            return DatasetCatalogue.Find(name);
        }
        catch (KeyNotFoundException unknown)
        {
            throw new KeyNotFoundException($"{unknown.Message}{NearestName.Hint(name, DatasetCatalogue.All.Select(entry => entry.Name))}");
        }
    }

    /// <summary>The sets whose name or title holds a text; all for null.</summary>
    public static IEnumerable<DatasetEntry> Matching(string? text) => DatasetCatalogue.All.Where(entry =>
        text is null || entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || entry.Title.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>What and value, in the order of reading.</summary>
    public static IEnumerable<(string What, string Value)> Of(DatasetEntry entry)
    {
        yield return ("data set", $"{entry.Name}: {entry.Title}");
        yield return ("rows", Rows(entry));
        yield return ("usual target", Target(entry));
        yield return ("official split", (entry.Split ?? entry.Fold, entry.Rule) switch
        {
            (null, var rule) => rule ?? "none",
            (var key, null) => $"{key} says it",
            (var key, var rule) => $"{key}: {rule}",
        });
        if (entry.Defects is not null)
            yield return ("known defects", entry.Defects);
        yield return ("source", entry.Source);
        yield return ("licence", entry.Licence);
        yield return ("cite", entry.Cite);
        yield return ("on this machine", entry.IsHere ? $"yes, {Size(entry.Bytes)}" : entry.Download is not null ? $"no; fetch it: matnb data get {entry.Name}" : $"no: {DataFolders.External ?? "no folder of data"}; set MATNB_DATA");
        if (entry.Download?.Service is { } service)
            yield return ("published at", service.Address + (service.KeyVariable is null ? "" : $" (your key in {service.KeyVariable}, from {service.KeyPage})"));
        foreach (var file in entry.Download?.Files ?? [])
            yield return ("published at", $"{file.Urls[0]} ({file.Name}{(file.Bytes is { } bytes ? $", {Size(bytes)}" : "")}, {Hash(file)})");
    }

    /// <summary>How many rows there are.</summary>
    public static string Rows(DatasetEntry entry) => entry.Rows == 0 ? "grows"
        : entry.Crystals is { } crystals && crystals != entry.Rows ? $"{entry.Rows:N0} ({crystals:N0} with crystal)" : $"{entry.Rows:N0}";

    /// <summary>What is usually predicted, with its unit.</summary>
    public static string Target(DatasetEntry entry) => entry.Columns.FirstOrDefault(column => column.Name == entry.Target) is { } target ? $"{target.Name} [{target.Unit}]" : entry.Target;

    /// <summary>Where it is: its size, or how it comes here.</summary>
    public static string Place(DatasetEntry entry) => entry.IsHere ? Size(entry.Bytes) : entry.Download is not null ? "can be fetched" : "not here";

    /// <summary>A number of bytes.</summary>
    public static string Size(long bytes) => bytes < Mega
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo:F0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Mega:F1} MB");

    /// <summary>What came, one line.</summary>
    public static string Line(DownloadedFile file) =>
        $"{file.Path}  {Size(file.Bytes)}  SHA-256 {file.Sha256} ({(file.IsPublished ? "as published" : "as it first came")}){(file.IsNew ? "" : ", here already")}";

    private static string Hash(DownloadFile file) => file.Sha256 is { } sha256 ? $"SHA-256 {sha256}"
        : file.Md5 is { } md5 ? $"MD5 {md5}"
        : file.GitBlob is { } blob ? $"git blob {blob}"
        : "no published hash: pinned when it first comes";
}
