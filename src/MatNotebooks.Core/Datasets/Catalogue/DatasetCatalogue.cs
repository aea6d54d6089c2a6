using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>The data sets this project knows (data/catalog.yaml).</summary>
public static class DatasetCatalogue
{
    private static readonly Lazy<IReadOnlyList<DatasetEntry>> Entries = new(Load);

    /// <summary>All of them, also those whose files are not on this machine.</summary>
    public static IReadOnlyList<DatasetEntry> All => Entries.Value;

    /// <summary>The data set of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names those that begin alike.</exception>
    public static DatasetEntry Find(string name) => All.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new KeyNotFoundException(
        $"There is no data set '{name}'; there are {string.Join(", ", Alike(name).Select(entry => entry.Name))}.");

    private static IEnumerable<DatasetEntry> Alike(string name)
    {
        var alike = All.Where(entry => name.Length >= 3 && (entry.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || entry.Name.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase))).ToArray();
        return alike.Length > 0 ? alike : All;
    }

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
            .Build()
            .Deserialize<List<DatasetEntry>>(text);
    }
}
