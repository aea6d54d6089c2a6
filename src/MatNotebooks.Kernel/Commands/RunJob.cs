using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Browser;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Notebooks.Html;
using Spectre.Console;

namespace MatNotebooks.Kernel.Commands;

/// <summary>Runs one notebook file and writes what came of it.</summary>
internal sealed record RunJob(
    IAnsiConsole Console, IReadOnlyList<KeyValuePair<string, string>> Parameters, string OutputFolder, TimeSpan? Limit)
{
    /// <summary>What a cell throws when a file of data is wrong.</summary>
    private static readonly string?[] BadData = [typeof(BadRecordException).FullName, typeof(StructureFormatException).FullName];

    /// <summary>Whether a page is written beside the notebook.</summary>
    public bool Html { get; init; }

    /// <summary>Whether the page is printed.</summary>
    public bool Pdf { get; init; }

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
            var printed = await SaveAsync(result, path, cancellation);
            if (cancellation.IsCancellationRequested)
                return ExitCode.Interrupted;
            // The cell asked for a file that is wrong: the line says which, once more and alone.
            if (result.Error is { } error && BadData.Contains(error.Name))
                return BadInput(path, error.Value);
            return result.Failed is null && printed ? ExitCode.Success : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted; // while printing: the notebook is saved
        }
        catch (Exception wrong) when (wrong is NotebookFormatException or ParameterException)
        {
            return BadInput(path, wrong.Message);
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException && !File.Exists(path))
        {
            return BadInput(path, "there is no such notebook. Check the path.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return BadInput(path, $"{wrong.Message} Check the rights and the space left.");
        }
    }

    /// <returns>False where a page or a PDF was asked for and could not be made.</returns>
    private async Task<bool> SaveAsync(NotebookRunResult result, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(OutputFolder);
        var stem = Path.Combine(OutputFolder, Path.GetFileNameWithoutExtension(path));
        NotebookWriter.WriteFile(result.Notebook, stem + ".ipynb");
        Figures.Add(result.Notebook);
        var said = result.Failed is null ? "written" : "the part that ran is in";
        Console.MarkupLineInterpolated($"{said} {stem}.ipynb [grey]({result.Elapsed.TotalSeconds:F1} s)[/]");
        if (!Html && !Pdf)
            return true;
        if (!TryRender(result.Notebook, path, out var page))
            return false;
        await File.WriteAllTextAsync(stem + ".html", page, CancellationToken.None);
        Console.MarkupLineInterpolated($"{said} {stem}.html");
        return !Pdf || cancellation.IsCancellationRequested || await PrintAsync(stem, said, cancellation);
    }

    private static bool TryRender(Notebook notebook, string path, out string page)
    {
        try
        {
            page = NotebookPage.Render(notebook, Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path));
            return true;
        }
        catch (FileNotFoundException absent)
        {
            BadInput(path, "no page was written: " + absent.Message);
            page = "";
            return false;
        }
    }

    private async Task<bool> PrintAsync(string stem, string said, CancellationToken cancellation)
    {
        if (await PagePrinter.PrintAsync(stem + ".html", stem + ".pdf", cancellation) is { } wrong)
        {
            ConsoleRouting.OutsideError.WriteLine($"matnb run: {stem}.pdf: {wrong}");
            return false;
        }
        Console.MarkupLineInterpolated($"{said} {stem}.pdf");
        return true;
    }

    private static int BadInput(string path, string message)
    {
        ConsoleRouting.OutsideError.WriteLine($"matnb run: {path}: {message}");
        return ExitCode.BadInput;
    }
}
