using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session.Documentation;

/// <summary>
/// The documentation of what cells can name: from the cell itself, from the XML file beside an assembly, and for .NET's own types
/// from the SDK's reference assemblies. Files are read once, in the background where asked.
/// </summary>
internal static class SymbolDocumentation
{
    private static readonly ConcurrentDictionary<string, Lazy<DocumentationFile?>> Files = new(StringComparer.Ordinal);
    private static readonly Lazy<string[]> Framework = new(FindFramework);
    private static readonly ConcurrentDictionary<string, MemberText?> Read = new(StringComparer.Ordinal);

    /// <summary>Reads the documentation of .NET and MatNotebooks, so that nobody waits for it later.</summary>
    public static void WarmUp()
    {
        var ours = SessionReferences.Default.Select(reference => Path.ChangeExtension(reference.Display!, ".xml")).Where(File.Exists);
        foreach (var path in ours.Concat(Framework.Value))
            _ = Open(path);
    }

    /// <summary>What is written about a symbol; null where nothing is.</summary>
    public static MemberText? Of(ISymbol symbol, Compilation compilation)
    {
        symbol = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol;
        symbol = symbol.OriginalDefinition;
        if (symbol.DeclaringSyntaxReferences.Length > 0)
            return MemberText.Parse(symbol.GetDocumentationCommentXml());
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly ||
            compilation.GetMetadataReference(assembly) is not PortableExecutableReference { Display: { } file })
            return null;
        return Read.GetOrAdd(id, _ => MemberText.Parse(Sources(file).Select(path => Open(path)?.Find(id)).FirstOrDefault(text => text is not null)));
    }

    private static IEnumerable<string> Sources(string assembly)
    {
        var beside = Path.ChangeExtension(assembly, ".xml");
        return File.Exists(beside) ? [beside] : Framework.Value;
    }

    private static DocumentationFile? Open(string path) => Files.GetOrAdd(path, file => new Lazy<DocumentationFile?>(() => Load(file))).Value;

    private static DocumentationFile? Load(string path)
    {
        try
        {
            return new DocumentationFile(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string[] FindFramework()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var pack = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        var folder = !Directory.Exists(pack) ? null : Directory.EnumerateDirectories(pack)
            .Select(version => Path.Combine(version, "ref", framework)).Where(Directory.Exists).Max(StringComparer.Ordinal);
        // The intrinsics of every processor are a third of all the text, and nobody completes them.
        return folder is null ? [] : [.. Directory.EnumerateFiles(folder, "System*.xml").Where(path => !path.EndsWith("Intrinsics.xml", StringComparison.Ordinal)).OrderByDescending(path => path.EndsWith("System.Runtime.xml", StringComparison.Ordinal))];
    }
}
