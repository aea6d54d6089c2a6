using MatNotebooks.Cluster;

namespace MatNotebooks.Kernel.Commands.Doctor;

/// <summary>Programs on this machine, asked briefly.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The path of a program in PATH; null where it is not.</summary>
    public static string? Find(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         where folder.Length > 0
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    /// <summary>What a program prints; null where it does not start, does not end in time, or fails.</summary>
    public static async Task<string?> AskAsync(string program, params string[] arguments) =>
        await LocalProcess.RunAsync(new ProcessJob(program, arguments, "", Limit)) is { Ending: ProcessEnding.Exited, ExitCode: 0 } outcome
            ? outcome.Output.Trim()
            : null;
}
