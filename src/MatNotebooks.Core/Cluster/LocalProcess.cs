using System.ComponentModel;
using System.Diagnostics;

namespace MatNotebooks.Cluster;

/// <summary>Runs a program on this machine and waits for it.</summary>
public static class LocalProcess
{
    /// <summary>Runs a job; what goes wrong with the program is part of the outcome.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested; the program is killed first.</exception>
    public static async Task<ProcessOutcome> RunAsync(ProcessJob job, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = StartInfoOf(job) };
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            return new(ProcessEnding.NotStarted, -1, "", new Win32Exception(error.NativeErrorCode).Message); // without the path said again
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(job.Limit);
        try
        {
            return await CollectAsync(process, job.Input, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return new(ProcessEnding.TimedOut, -1, "", "");
        }
    }

    private static async Task<ProcessOutcome> CollectAsync(Process process, string input, CancellationToken cancellation)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program closed its input without reading it; how it ended says the rest.
        }
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return new(ProcessEnding.Exited, process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
    }

    private static ProcessStartInfo StartInfoOf(ProcessJob job)
    {
        var start = new ProcessStartInfo(job.Program, job.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in job.Environment)
            start.Environment[name] = value;
        return start;
    }
}
