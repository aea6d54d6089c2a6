using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MatNotebooks.Cluster;

/// <summary>Runs a program on this machine and waits for it.</summary>
public static class LocalProcess
{
    /// <summary>Runs a job; what goes wrong with the program is part of the outcome.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested; the program is killed first.</exception>
    public static async Task<ProcessOutcome> RunAsync(ProcessJob job, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (job.Memory is null && job.Processors.Count == 0) return await RunPlainAsync(job, cancellation).ConfigureAwait(false);
        if (ProgramPath.Find(job.Program) is not { } program)
            return new(ProcessEnding.NotStarted, -1, "", "No such program");
        using var shell = new MeasuredProcess();
        var started = Stopwatch.GetTimestamp();
        var outcome = await RunPlainAsync(shell.Wrap(job with { Program = program }), cancellation).ConfigureAwait(false);
        return outcome with { Memory = job.Memory, CoreSeconds = shell.CoreSeconds() ?? Stopwatch.GetElapsedTime(started).TotalSeconds };
    }

    private static async Task<ProcessOutcome> RunPlainAsync(ProcessJob job, CancellationToken cancellation)
    {
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
            return await CollectAsync(process, job, limit.Token).ConfigureAwait(false);
        }
        catch (InternalBufferOverflowException)
        {
            return new(ProcessEnding.Flooded, -1, "", "");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return new(ProcessEnding.TimedOut, -1, "", "");
        }
    }

    private static async Task<ProcessOutcome> CollectAsync(Process process, ProcessJob job, CancellationToken cancellation)
    {
        var output = ReadAsync(process, process.StandardOutput, job.MostOutput, cancellation);
        var error = ReadAsync(process, process.StandardError, job.MostOutput, cancellation);
        try
        {
            await process.StandardInput.WriteAsync(job.Input.AsMemory(), cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program closed its input without reading it; how it ended says the rest.
        }
        var texts = await Task.WhenAll(output, error).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return new(ProcessEnding.Exited, process.ExitCode, texts[0], texts[1]);
    }

    private static async Task<string> ReadAsync(Process process, StreamReader reader, int most, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[8192];
        while (await reader.ReadAsync(buffer.AsMemory(), cancellation).ConfigureAwait(false) is var count and > 0)
        {
            if (text.Length + count > most)
            {
                process.Kill(entireProcessTree: true); // the other stream ends too
                throw new InternalBufferOverflowException();
            }
            text.Append(buffer, 0, count);
        }
        return text.ToString();
    }

    private static ProcessStartInfo StartInfoOf(ProcessJob job)
    {
        var start = new ProcessStartInfo(job.Program, job.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = job.Folder ?? "",
        };
        foreach (var (name, value) in job.Environment)
            start.Environment[name] = value;
        return start;
    }
}
