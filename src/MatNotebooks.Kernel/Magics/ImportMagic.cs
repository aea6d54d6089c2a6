using System.CommandLine;
using System.Globalization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!import other.ipynb</c>: runs another notebook's code cells here, so that its variables and types are here too.</summary>
internal sealed class ImportMagic : IMagic
{
    private readonly Argument<string> fileArgument = new("file") { Description = "The notebook (.ipynb); its path starts at the folder of the one that imports it." };

    public string Name => "#!import";

    public string Summary => "Runs the code cells of another notebook here; Markdown is left out.";

    public bool TakesBody => false;

    public void Describe(Command command) => command.Add(fileArgument);

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var origin = context.Origin;
        var folder = origin.Imported ? Path.GetDirectoryName(origin.Importing[^1])! : context.Session.Folder;
        var path = Path.GetFullPath(arguments.GetRequiredValue(fileArgument), folder);
        if (origin.Importing.Contains(path))
            throw new MagicException($"#!import goes in a circle: {string.Join(" → ", origin.Importing.Append(path).Select(Path.GetFileName))}. Take one of these imports out.");
        var importing = origin.Importing.Append(path).ToArray();
        var cells = Read(path).Cells;
        for (var i = 0; i < cells.Count; i++)
        {
            context.Cell.Cancellation.ThrowIfCancellationRequested();
            if (cells[i].Runs)
                await context.RunImported(cells[i].Code, new CellOrigin(Label(context.Cell, path, i + 1), importing));
        }
    }

    private static string Label(RunningCell cell, string path, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{CellLabel.Of(cell.ExecutionCount)}, {Path.GetFileName(path)} cell {number}");

    private static Notebook Read(string path)
    {
        if (Path.GetExtension(path) is not ".ipynb")
            throw new MagicException($"#!import takes notebooks (.ipynb), not {Path.GetFileName(path)}. C# files come in by #load \"{Path.GetFileName(path)}\".");
        try
        {
            return NotebookReader.ReadFile(path);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MagicException($"#!import: there is no {path}.{Beside(path)}");
        }
        catch (Exception unread) when (unread is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new MagicException($"#!import {Path.GetFileName(path)}: {unread.Message}");
        }
    }

    private static string Beside(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Directory.Exists(folder)
            ? NearestName.Hint(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.ipynb").Select(file => Path.GetFileName(file)))
            : "";
    }
}
