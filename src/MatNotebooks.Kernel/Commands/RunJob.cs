using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Notebooks.Html;
using Spectre.Console;

namespace MatNotebooks.Kernel.Commands;

/// <summary>Runs one notebook file and writes what came of it.</summary>
internal sealed record RunJob(
    IAnsiConsole Console, IReadOnlyList<KeyValuePair<string, string>> Parameters, string OutputFolder, bool Html, TimeSpan? Limit)
{
    /// <summary>The main figures of the notebooks run so far.</summary>
    public FigureTable Figures { get; } = new();

    /// <returns>An <see cref="ExitCode"/>; everything wrong has been said.</returns>
    public async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var notebook = NotebookParameters.Inject(NotebookReader.ReadFile(path), Parameters);
            var folder = Path.GetDirectoryName(path)!;
            Environment.CurrentDirectory = folder;
            Console.MarkupLineInterpolated($"[bold]{Path.GetFileName(path)}[/]");
            var result = await new NotebookRun(folder, Limit).RunAsync(notebook, new TerminalWatcher(Console), cancellation);
            Save(result, path);
            return result.Failed is null ? ExitCode.Success : cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed;
        }
        catch (Exception wrong) when (wrong is NotebookFormatException or ParameterException)
        {
            return BadInput(path, wrong.Message);
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            return BadInput(path, "there is no such notebook. Check the path.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return BadInput(path, $"{wrong.Message} Check the rights and the space left.");
        }
    }

    private void Save(NotebookRunResult result, string path)
    {
        Directory.CreateDirectory(OutputFolder);
        var stem = Path.Combine(OutputFolder, Path.GetFileNameWithoutExtension(path));
        NotebookWriter.WriteFile(result.Notebook, stem + ".ipynb");
        Figures.Add(result.Notebook);
        var said = result.Failed is null ? "written" : "the part that ran is in";
        Console.MarkupLineInterpolated($"{said} {stem}.ipynb [grey]({result.Elapsed.TotalSeconds:F1} s)[/]");
        if (!Html)
            return;
        File.WriteAllText(stem + ".html", NotebookPage.Render(result.Notebook, Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path)));
        Console.MarkupLineInterpolated($"{said} {stem}.html");
    }

    private static int BadInput(string path, string message)
    {
        ConsoleRouting.OutsideError.WriteLine($"matnb run: {path}: {message}");
        return ExitCode.BadInput;
    }
}
