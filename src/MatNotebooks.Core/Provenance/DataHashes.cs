using MatNotebooks.Datasets;

namespace MatNotebooks.Provenance;

/// <summary>The files that were read with their hashes; those of the data folders by their path inside, so that machines agree.</summary>
internal static class DataHashes
{
    public static IReadOnlyDictionary<string, string> Find() => new SortedDictionary<string, string>(
        FilesRead.All.ToDictionary(Shown, path => FilesRead.HashOf(path) ?? "no longer there"), StringComparer.Ordinal);

    private static string Shown(string path)
    {
        var relative = Folders().Select(folder => Path.GetRelativePath(folder, path)).FirstOrDefault(one => !one.StartsWith("..", StringComparison.Ordinal));
        return relative ?? path;
    }

    private static IEnumerable<string> Folders()
    {
        string?[] folders = [DataFolders.External, Repository()];
        return folders.OfType<string>();
    }

    private static string? Repository()
    {
        try
        {
            return DataFolders.Repository;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }
}
