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
    private static readonly Lazy<IReadOnlyList<PortableExecutableReference>> Needed = new(WithoutFacades);
    private static readonly Lazy<ILookup<bool, PortableExecutableReference>> ByUse = new(ByHowCommon);
    private static readonly Lazy<HashSet<string>> Rarities = new(() => [.. Rare.SelectMany(reference => Namespaces(Reader((PortableExecutableReference)reference)))]);

    /// <summary>One reference per assembly, shared by all sessions of the process.</summary>
    public static IReadOnlyList<MetadataReference> Default => Needed.Value;

    /// <summary>
    /// Those of <see cref="Default"/> that hold a type of a namespace which every cell imports, or say where such types are: one in four. The
    /// compiler binds all references anew for each cell and writes a note on each into it: with these alone a short cell takes two thirds of the time.
    /// </summary>
    public static IEnumerable<MetadataReference> Common => ByUse.Value[true];

    /// <summary>The others.</summary>
    public static IEnumerable<MetadataReference> Rare => ByUse.Value[false];

    /// <summary>Whether a namespace, or a type by its full name, may be among the rare ones.</summary>
    public static bool MayBeRare(string name) =>
        !SessionUsings.Default.Contains(name) && Rarities.Value.Any(rare => name == rare || name.StartsWith(rare + ".", StringComparison.Ordinal));

    /// <summary>The assembly of this name, among those and the facades they do without; null when it is not there.</summary>
    /// <param name="name">Without a file's extension.</param>
    public static PortableExecutableReference? Find(string name) => Found.Value.GetValueOrDefault(name);

    // Four in ten of .NET's assemblies hold no types, but only say where they went. Each costs time in every cell, and is found when one that a
    // cell brings asks for it.
    private static List<PortableExecutableReference> WithoutFacades()
    {
        var own = Found.Value.Values.Where(reference => !OfRuntime(reference.FilePath!));
        var used = own.SelectMany(reference => Uses(Reader(reference)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Found.Value.Where(each => used.Contains(each.Key) || !OfRuntime(each.Value.FilePath!) || HasTypes(Reader(each.Value))).Select(each => each.Value)];
    }

    private static IEnumerable<string> Uses(MetadataReader reader) => reader.AssemblyReferences.Select(each => reader.GetString(reader.GetAssemblyReference(each).Name));

    private static bool HasTypes(MetadataReader reader) => Namespaces(reader).Any();

    private static ILookup<bool, PortableExecutableReference> ByHowCommon()
    {
        var imported = Needed.Value.Where(each => Namespaces(Reader(each)).Any(SessionUsings.Default.Contains)).ToHashSet();
        var named = imported.Where(each => !OfRuntime(each.FilePath!)).SelectMany(each => Uses(Reader(each))).ToHashSet();
        return Needed.Value.ToLookup(each => imported.Contains(each) || (named.Contains(Path.GetFileNameWithoutExtension(each.FilePath!)) && !HasTypes(Reader(each))));
    }

    // Of its public types.
    private static IEnumerable<string> Namespaces(MetadataReader reader) => reader.TypeDefinitions
        .Select(reader.GetTypeDefinition)
        .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
        .Select(type => type.Namespace)
        .Distinct()
        .Select(reader.GetString);

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
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => MetadataReference.CreateFromFile(path), StringComparer.OrdinalIgnoreCase);
    }

    private static bool Visible(string path)
    {
        var name = Path.GetFileName(path);
        var framework = path.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal);
        return framework
            ? name == "Microsoft.AspNetCore.Html.Abstractions.dll"
            : !Hidden.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
