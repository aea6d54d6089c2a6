namespace MatNotebooks.Datasets;

/// <summary>Where data sets lie on this machine.</summary>
public static class DataFolders
{
    private const string RootMark = "MatNotebooks.sln";

    /// <summary>The data that ships with the project: <c>MATNB_HOME/data</c> where the variable is set, else <c>data</c> in the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither is there.</exception>
    public static string Shipped
    {
        get
        {
            var root = Setting("MATNB_HOME") ?? Repository
                ?? throw new DirectoryNotFoundException(
                    $"No repository (a folder with {RootMark}) above {AppContext.BaseDirectory} or {Environment.CurrentDirectory}; set MATNB_HOME to it.");
            return Existing(Path.Combine(root, "data"), "MATNB_HOME");
        }
    }

    /// <summary>
    /// The data that only some machines have: the folder <c>MATNB_DATA</c>, else <c>../shared/data</c> beside the repository;
    /// null where neither is there.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">MATNB_DATA is set to a folder that does not exist.</exception>
    public static string? External
    {
        get
        {
            if (Setting("MATNB_DATA") is { } folder) return Existing(folder, "MATNB_DATA");
            if (Repository is not { } root) return null;
            var beside = Path.GetFullPath(Path.Combine(root, "..", "shared", "data"));
            return Directory.Exists(beside) ? beside : null;
        }
    }

    private static string? Repository => RootAbove(AppContext.BaseDirectory) ?? RootAbove(Environment.CurrentDirectory);

    /// <summary>Path of a file of <see cref="External"/>.</summary>
    /// <param name="relative">Path inside the folder, such as "perov5/perov5.jsonl.gz".</param>
    /// <exception cref="FileNotFoundException">The folder or the file is not on this machine.</exception>
    public static string ExternalFile(string relative)
    {
        var path = External is { } folder ? Path.Combine(folder, relative) : null;
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"The data file {relative} is not on this machine (looked in {External ?? "no folder"}); set MATNB_DATA to the folder that holds it.");
    }

    private static string? RootAbove(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
            if (File.Exists(Path.Combine(place.FullName, RootMark)))
                return place.FullName;
        return null;
    }

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Existing(string folder, string variable) =>
        Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"The folder {folder} does not exist; set {variable} right.");
}
