namespace MatNotebooks.Datasets;

/// <summary>Where data sets lie on this machine.</summary>
public static class DataFolders
{
    private const string RootMark = "MatNotebooks.sln";

    /// <summary>The project's own folder: MATNB_HOME where it is set, else the repository that holds the program or the current folder.</summary>
    /// <exception cref="DirectoryNotFoundException">MATNB_HOME is set to a folder that does not exist, or there is no repository.</exception>
    public static string Repository =>
        FindRepository() ?? throw new DirectoryNotFoundException(
            $"No repository (a folder with {RootMark}) above {AppContext.BaseDirectory} or {Environment.CurrentDirectory}; set MATNB_HOME to it.");

    /// <summary>The data that ships with the project: <c>data</c> in <see cref="Repository"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no repository.</exception>
    public static string Shipped => Path.Combine(Repository, "data");

    /// <summary>
    /// The data that only some machines have: the folder MATNB_DATA, else <c>../shared/data</c> beside the repository; null where
    /// neither is there.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">MATNB_DATA is set to a folder that does not exist.</exception>
    public static string? External
    {
        get
        {
            if (Setting("MATNB_DATA") is { } folder) return folder;
            if (FindRepository() is not { } root) return null;
            var beside = Path.GetFullPath(Path.Combine(root, "..", "shared", "data"));
            return Directory.Exists(beside) ? beside : null;
        }
    }

    /// <summary>Where fetched data sets are kept: the folder MATNB_DATA, else <c>matnotebooks/data</c> in XDG_CACHE_HOME (~/.cache by default).</summary>
    /// <exception cref="DirectoryNotFoundException">MATNB_DATA is set to a folder that does not exist.</exception>
    public static string Downloads => Setting("MATNB_DATA") ?? Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "matnotebooks",
        "data");

    /// <summary>Path of a file of <see cref="External"/>.</summary>
    /// <param name="relative">Path inside the folder, such as "perov5/perov5.jsonl.gz".</param>
    /// <exception cref="FileNotFoundException">The folder or the file is not on this machine.</exception>
    public static string ExternalFile(string relative)
    {
        var path = External is { } folder ? Path.Combine(folder, relative) : null;
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"The data file {relative} is not on this machine (looked in {External ?? "no folder"}); "
                + "set MATNB_DATA to the folder that holds it.");
    }

    private static string? FindRepository() =>
        Setting("MATNB_HOME") ?? RootAbove(AppContext.BaseDirectory) ?? RootAbove(Environment.CurrentDirectory);

    private static string? RootAbove(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
            if (File.Exists(Path.Combine(place.FullName, RootMark)))
                return place.FullName;
        return null;
    }

    private static string? Setting(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } folder) return null;
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"{variable} is {folder}, which does not exist; set it to a folder, or unset it.");
    }
}
