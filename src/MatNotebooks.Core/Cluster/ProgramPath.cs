namespace MatNotebooks.Cluster;

/// <summary>Where a program lies.</summary>
public static class ProgramPath
{
    /// <summary>The file a shell would start; null when there is none.</summary>
    /// <param name="program">A path, or a name that is looked for in PATH.</param>
    public static string? Find(string program)
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
