namespace MatNotebooks.Cluster;

/// <summary>Where a program lies.</summary>
public static class ProgramPath
{
    /// <summary>The file a shell would start; null when there is none.</summary>
    /// <param name="programs">What it may be called, the best first: paths, or names that are looked for in PATH.</param>
    public static string? Find(params string[] programs) => programs.Select(One).FirstOrDefault(path => path is not null);

    private static string? One(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal)) return IsProgram(program) ? program : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyoneExecutes) != 0);

    private const UnixFileMode AnyoneExecutes = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
