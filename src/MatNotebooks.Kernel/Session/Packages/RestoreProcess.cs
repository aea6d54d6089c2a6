using System.ComponentModel;
using System.Diagnostics;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary><c>dotnet restore</c> in a process of its own.</summary>
internal static class RestoreProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="PackageException">There is no SDK to run.</exception>
    /// <exception cref="OperationCanceledException">The token stopped it; nothing it started lives on.</exception>
    public static async Task<string> RunAsync(string project, CancellationToken cancellation)
    {
        using var process = Start(project);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return await output + await errors;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(string project)
    {
        var start = new ProcessStartInfo(Host(), ["restore", project, "--nologo", "--verbosity", "quiet"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(project)!,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // or its servers outlive the cell
        // A surrounding build must not choose the SDK.
        foreach (var name in new[] { "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly" })
            start.Environment.Remove(name);
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception absent)
        {
            throw new PackageException($"#r \"nuget: ...\" runs '{start.FileName} restore', which does not start: {absent.Message}. Install the .NET SDK.");
        }
    }

    // The dotnet that carries the runtime we run on, where it is a whole installation.
    private static string Host()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var host = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }
}
