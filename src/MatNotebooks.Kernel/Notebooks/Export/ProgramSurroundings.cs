namespace MatNotebooks.Kernel.Notebooks.Export;

/// <summary>What an exported program stands on.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Usings">The using lines that notebook cells have without writing them.</param>
/// <param name="Projects">The projects it refers to, as paths from its folder.</param>
/// <param name="Repository">The repository, where data that ships with the project lies.</param>
internal sealed record ProgramSurroundings(string File, IReadOnlyList<string> Usings, IReadOnlyList<string> Projects, string Repository)
{
    /// <summary>The notebook's folder, where its <c>#load</c> lines start.</summary>
    public string NotebookFolder { get; init; } = Environment.CurrentDirectory;
}
