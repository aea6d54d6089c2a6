using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary>A folder of its own for the notebooks of one test.</summary>
public abstract class NotebookFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("notebooks-");

    internal string Folder => folder.FullName;

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    internal Task<Matnb.Outcome> Run(params string[] arguments) => Matnb.Run(Folder, arguments);

    internal string PathOf(string name) => Path.Combine(Folder, name);

    internal void Write(string name, params NotebookCell[] cells) => NotebookWriter.WriteFile(new Notebook(cells), PathOf(name));

    internal static NotebookCell Code(string id, string source) => new(id, CellKind.Code, source);
}
