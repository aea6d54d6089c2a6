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

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Found = new(Find);

    /// <summary>One reference per assembly, shared by all sessions of the process.</summary>
    public static IReadOnlyList<MetadataReference> Default => Found.Value;

    /// <summary>The path of the assembly file of this name among them; null when it is not there.</summary>
    public static string? Find(string file) => Default.OfType<PortableExecutableReference>()
        .FirstOrDefault(known => string.Equals(Path.GetFileName(known.FilePath), file, StringComparison.OrdinalIgnoreCase))?.FilePath;

    private static List<MetadataReference> Find()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        return trusted
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Where(path => path.StartsWith(runtime, StringComparison.Ordinal) || Visible(path))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToList();
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
