using System.Diagnostics;
using System.Text.Json;

namespace MatNotebooks.Bench.Processes;

/// <summary>Starts <see cref="PeerWorker"/> several times and waits for all.</summary>
internal static class PeerProcesses
{
    /// <summary>How a process ended.</summary>
    /// <param name="Code">Its exit code.</param>
    /// <param name="Output">What it wrote.</param>
    /// <param name="Errors">What it wrote to standard error.</param>
    public sealed record Ended(int Code, string Output, string Errors);

    /// <summary>Runs the processes of one training.</summary>
    /// <param name="count">How many.</param>
    /// <param name="arguments">What to train: network, crystals, epochs.</param>
    /// <param name="more">Further arguments of one process, by its rank.</param>
    public static Ended[] Run(int count, string[] arguments, Func<int, string[]>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("matnb-peers-");
        try
        {
            var meeting = Path.Combine(folder.FullName, "meeting");
            return [.. Enumerable.Range(0, count)
                .Select(rank => Start([typeof(PeerProcesses).Assembly.Location, PeerWorker.Name, meeting, $"{rank}", $"{count}", .. arguments, .. more?.Invoke(rank) ?? []]))
                .ToArray()
                .Select(running => Wait(running))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The course that the first process wrote.</summary>
    /// <exception cref="InvalidOperationException">A process failed; the message holds what it said.</exception>
    public static PeerEpoch[] Course(Ended[] ended) => Array.Find(ended, one => one.Code != 0) is { } failed
        ? throw new InvalidOperationException($"A process ended with {failed.Code}: {failed.Errors.Trim()} {failed.Output.Trim()}")
        : JsonSerializer.Deserialize<PeerEpoch[]>(ended[0].Output)!;

    private static (Process Process, Task<string> Output, Task<string> Errors) Start(string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_PROCESSOR_COUNT"] = "1" }, // one core each, so that the processes do not take each other's
        })!;
        return (process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    private static Ended Wait((Process Process, Task<string> Output, Task<string> Errors) running)
    {
        using var process = running.Process;
        process.WaitForExit();
        return new(process.ExitCode, running.Output.Result, running.Errors.Result);
    }
}
