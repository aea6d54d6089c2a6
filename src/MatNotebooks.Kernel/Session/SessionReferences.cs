using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session;

/// <summary>The assemblies a cell sees without asking: .NET itself, MatNotebooks, and what its public signatures use.</summary>
internal static class SessionReferences
{
    // In the program's own folder, what cells have no business with would only slow every compilation down.
    private static readonly string[] Hidden =
    [
        "Microsoft.CodeAnalysis", "System.CommandLine", "Spectre.Console", "Markdig", "xunit", "Microsoft.TestPlatform",
        "Microsoft.VisualStudio", "testhost", "FsCheck", "Newtonsoft.Json", "CsvHelper", "YamlDotNet", "Microsoft.CodeCoverage", "FSharp.Compiler",
        "FSharp.DependencyManager", "Microsoft.ApplicationInsights",
    ];

    private static readonly Lazy<Dictionary<string, PortableExecutableReference>> Found = new(Find);
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Needed = new(WithoutFacades);

    /// <summary>One reference per assembly, shared by all sessions of the process; each displays the path of its file.</summary>
    public static IReadOnlyList<MetadataReference> Default => Needed.Value;

    /// <summary>The assembly of this name, among those and the facades they do without; null when it is not there.</summary>
    /// <param name="name">Without a file's extension.</param>
    public static PortableExecutableReference? Find(string name) => Found.Value.GetValueOrDefault(name);

    // Four in ten of .NET's assemblies hold no types, but only say where they went. Each costs time in every cell, and is found when one that a
    // cell brings asks for it.
    private static List<MetadataReference> WithoutFacades()
    {
        var own = Found.Value.Values.Where(reference => !OfRuntime(reference.Display!));
        var used = own.SelectMany(reference => Uses(Reader(reference)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Found.Value.Where(each => used.Contains(each.Key) || !OfRuntime(each.Value.Display!) || HasTypes(Reader(each.Value))).Select(each => each.Value)];
    }

    private static IEnumerable<string> Uses(MetadataReader reader) => reader.AssemblyReferences.Select(each => reader.GetString(reader.GetAssemblyReference(each).Name));

    private static bool HasTypes(MetadataReader reader) => reader.TypeDefinitions
        .Any(each => (reader.GetTypeDefinition(each).Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);

    // The compiler reads the same.
    private static MetadataReader Reader(PortableExecutableReference reference) => ((AssemblyMetadata)reference.GetMetadata()).GetModules()[0].GetMetadataReader();

    private static bool OfRuntime(string path) => path.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal);

    private static Dictionary<string, PortableExecutableReference> Find()
    {
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        return trusted
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Where(path => OfRuntime(path) || Visible(path))
            .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), Nameless, StringComparer.OrdinalIgnoreCase);
    }

    // Of each reference that names its file, the compiler writes a note into the symbols of each cell, which takes a tenth of the time of a short one.
    private static PortableExecutableReference Nameless(string path) => AssemblyMetadata.CreateFromFile(path).GetReference(display: path);

    private static bool Visible(string path)
    {
        var name = Path.GetFileName(path);
        var framework = path.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal);
        return framework
            ? name == "Microsoft.AspNetCore.Html.Abstractions.dll"
            : !Hidden.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
