using MatNotebooks.Cluster;

namespace MatNotebooks.Kernel.Commands.Doctor;

/// <summary>Programs of this machine, asked briefly.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>What a program prints; null where it does not start, does not end in time, or fails.</summary>
    public static async Task<string?> AskAsync(string program, params string[] arguments) =>
        await LocalProcess.RunAsync(new ProcessJob(program, arguments, "", Limit)) is { Ending: ProcessEnding.Exited, ExitCode: 0 } outcome
            ? outcome.Output.Trim()
            : null;
}
