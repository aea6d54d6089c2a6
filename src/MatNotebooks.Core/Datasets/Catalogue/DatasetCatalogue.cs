using System.Reflection;
using MatNotebooks.Datasets.Downloads;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>The data sets this project knows (data/catalog.yaml).</summary>
public static class DatasetCatalogue
{
    private const int LeastLetters = 3; // that make a name alike
    private static readonly Lazy<IReadOnlyList<DatasetEntry>> Entries = new(Load);

    /// <summary>All of them, also those whose files are not on this machine.</summary>
    public static IReadOnlyList<DatasetEntry> All => Entries.Value;

    /// <summary>The data set of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names those that are alike.</exception>
    public static DatasetEntry Find(string name) => TryFind(name) ?? throw new KeyNotFoundException(
        $"There is no data set '{name}'; there are {(Alike(name) is { Length: > 0 } alike ? string.Join(", ", alike.Select(entry => entry.Name)) : $"{All.Count} others, listed by `matnb data list`")}.");

    internal static DatasetEntry? TryFind(string name) => All.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static DatasetEntry[] Alike(string name) => name.Length < LeastLetters
        ? []
        : [.. All.Where(entry => entry.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || entry.Name.StartsWith(name[..LeastLetters], StringComparison.OrdinalIgnoreCase))];

    private static List<DatasetEntry> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("catalog.yaml")
            ?? throw new InvalidOperationException("The library was built without its resource catalog.yaml.");
        using var text = new StreamReader(stream);
        return new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .IncludeNonPublicProperties()
            .WithTypeMapping<IReadOnlyList<string>, List<string>>()
            .WithTypeMapping<IReadOnlyList<DatasetColumn>, List<DatasetColumn>>()
            .WithTypeMapping<IReadOnlyList<DownloadFile>, List<DownloadFile>>()
            .Build()
            .Deserialize<List<DatasetEntry>>(text);
    }
}
