using System.Diagnostics;

namespace MatNotebooks.NotebookTests;

/// <summary>The command-line tool as a user runs it: its own process, its exit code, what it says.</summary>
internal sealed record MatnbProcess(int ExitCode, string Output, string Error)
{
    public static string Root { get; } = FindRoot();

    // The built program, not the copy beside the tests, which lacks what is compiled ahead of time.
    private static string Program { get; } = Path.Combine(
        Root, "src", "MatNotebooks.Kernel", "bin", AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? "Debug" : "Release", "net10.0", "matnb.dll");

    /// <summary>Runs matnb to its end.</summary>
    /// <param name="folder">Where it is run.</param>
    /// <param name="arguments">What is typed after "matnb".</param>
    public static Task<MatnbProcess> RunAsync(string folder, params string[] arguments) => RunAsync(folder, null, arguments);

    /// <summary>Runs matnb and sends it Ctrl-C when a line of its output contains a text.</summary>
    public static async Task<MatnbProcess> RunAsync(string folder, string? interruptAt, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output.Add(line);
            if (interruptAt is not null && line.Contains(interruptAt, StringComparison.Ordinal))
                Process.Start("kill", ["-INT", process.Id.ToString()]).WaitForExit();
        }
        await process.WaitForExitAsync();
        return new MatnbProcess(process.ExitCode, string.Join('\n', output), await error);
    }

    /// <summary>Starts matnb and kills it without warning, some lines and some time later.</summary>
    /// <returns>The lines it wrote.</returns>
    public static async Task<IReadOnlyList<string>> KillAsync(string folder, int afterLines, TimeSpan later, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = new List<string>();
        while (output.Count < afterLines && await process.StandardOutput.ReadLineAsync() is { } line) output.Add(line);
        await Task.Delay(later);
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } line) output.Add(line);
        await process.WaitForExitAsync();
        return output;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MatNotebooks.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No MatNotebooks.sln above {AppContext.BaseDirectory}.");
    }
}
