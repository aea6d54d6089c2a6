using Microsoft.CodeAnalysis.CSharp;

namespace MatNotebooks.Architecture;

/// <summary>The C# sources under src/, parsed once.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/bin/") && !path.Contains("/obj/"))
            .Order(StringComparer.Ordinal)
            .Select(Parse)];

    private static SourceFile Parse(string path)
    {
        var parts = Path.GetRelativePath(Path.Combine(Root, "src"), path).Split('/');
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path);
        return new(Path.GetRelativePath(Root, path), parts[0], parts.Length > 2 ? parts[1] : Path.GetFileNameWithoutExtension(parts[1]), tree);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MatNotebooks.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No MatNotebooks.sln above {AppContext.BaseDirectory}.");
    }
}
