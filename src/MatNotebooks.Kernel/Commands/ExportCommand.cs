using System.CommandLine;
using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Export;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb export</c>: a notebook as a program.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Source = new("NOTEBOOK") { Description = "The notebook." };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        HelpName = "FILE.cs",
        Required = true,
        Description = "The program, for dotnet run FILE.cs -- name=value; it refers to this checkout.",
    };

    public static Command Create()
    {
        var command = new Command("export", "Writes a notebook as a C# program of one file.") { Source, Output };
        command.SetAction(arguments =>
        {
            var path = arguments.GetValue(Source)!;
            return InputFile.Attempt("export", path, () => Export(path, Path.GetFullPath(arguments.GetValue(Output)!)));
        });
        return command;
    }

    private static int Export(string path, string output)
    {
        if (Path.GetExtension(output) != ".cs")
            return InputFile.Say("export", $"-o {output}: dotnet run takes files that end in .cs. Name it {Path.GetFileNameWithoutExtension(output)}.cs.");
        var notebook = NotebookReader.ReadFile(path);
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        NotebookWriter.WriteText(CSharpProgram.Of(notebook, Surroundings(output) with { NotebookFolder = Path.GetDirectoryName(Path.GetFullPath(path))! }), output);
        ConsoleRouting.Outside.WriteLine($"written {output}");
        return ExitCode.Success;
    }

    // Inside the checkout the program moves with it; elsewhere it names it.
    private static ProgramSurroundings Surroundings(string output)
    {
        var root = DataFolders.Repository;
        var project = Path.Combine(root, "src", "MatNotebooks.Kernel", "MatNotebooks.Kernel.csproj");
        var inside = output.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return new ProgramSurroundings(
            Path.GetFileName(output),
            [.. SessionUsings.Default.Select(Line)],
            [inside ? Path.GetRelativePath(Path.GetDirectoryName(output)!, project) : project],
            root);
    }

    private static string Line(string name) =>
        AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetType(name) is not null) ? $"using static {name};" : $"using {name};";
}
