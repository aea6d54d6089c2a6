namespace MatNotebooks.Kernel.Commands.KernelSpecs;

/// <summary>Where Jupyter looks for data, as its <c>jupyter --paths</c> says, without asking it (a second of Python).</summary>
internal static class JupyterFolders
{
    /// <summary>That of the whole machine.</summary>
    public const string AllUsers = "/usr/local/share/jupyter";

    /// <summary>This user's own.</summary>
    public static string User => Set("JUPYTER_DATA_DIR") ?? Path.Combine(Set("XDG_DATA_HOME") ?? Path.Combine(Home, ".local", "share"), "jupyter");

    /// <summary>All of them, the first to be looked at first.</summary>
    public static IEnumerable<string> All
    {
        get
        {
            string?[] folders =
            [
                .. (Set("JUPYTER_PATH") ?? "").Split(Path.PathSeparator),
                User,
                InPrefix("VIRTUAL_ENV"),
                InPrefix("CONDA_PREFIX"),
                AllUsers,
                "/usr/share/jupyter",
            ];
            return folders.OfType<string>().Where(folder => folder.Length > 0).Distinct();
        }
    }

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string? InPrefix(string variable) => Set(variable) is { } folder ? Path.Combine(folder, "share", "jupyter") : null;

    private static string? Set(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
