namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>The files and folders that a path which is being written may mean.</summary>
internal static class FilePaths
{
    private const int Most = 200;

    /// <summary>Paths that begin as typed, folders first and with a slash at their end.</summary>
    /// <param name="typed">What stands before the cursor.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="extensions">Only files that end so; all when empty.</param>
    public static IEnumerable<CellCompletion> Complete(string typed, string folder, params string[] extensions)
    {
        var slash = typed.LastIndexOf('/') + 1;
        var (directory, begin) = (typed[..slash], typed[slash..]);
        try
        {
            var place = new DirectoryInfo(Path.Combine(folder, directory.StartsWith("~/", StringComparison.Ordinal)
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), directory[2..]) : directory));
            if (!place.Exists)
                return [];
            return place.EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(begin, StringComparison.Ordinal) && (begin.StartsWith('.') || !entry.Name.StartsWith('.')))
                .Where(entry => entry is DirectoryInfo || extensions.Length == 0 || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                .OrderBy(entry => entry is FileInfo).ThenBy(entry => entry.Name, StringComparer.Ordinal).Take(Most)
                .Select(entry => new CellCompletion(directory + entry.Name + (entry is DirectoryInfo ? "/" : ""), "path", null, null)).ToArray();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
