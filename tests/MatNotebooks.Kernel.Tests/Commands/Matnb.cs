using System.Diagnostics;

namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary>The program as the shell sees it.</summary>
internal static class Matnb
{
    internal sealed record Outcome(int ExitCode, string Output, string Error)
    {
        /// <summary>What was said to be wrong, one line each.</summary>
        public string[] Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Runs it to its end, for two minutes at most.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">As the shell would pass them.</param>
    public static Task<Outcome> Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs it with other environment variables.</summary>
    public static async Task<Outcome> Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet", [Path.Combine(AppContext.BaseDirectory, "matnb.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return new(process.ExitCode, await output, await error);
    }
}
