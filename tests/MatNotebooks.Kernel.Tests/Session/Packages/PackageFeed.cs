using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MatNotebooks.Kernel.Tests.Session.Packages;

/// <summary>A folder of packages made on the spot, so that tests of <c>#r "nuget: ..."</c> need no network.</summary>
internal sealed class PackageFeed(string folder)
{
    private readonly Dictionary<string, byte[]> images = [];

    /// <summary>Where NuGet finds the packages, and where it unpacks them.</summary>
    public static string Configuration => """
        <configuration>
          <config><add key="globalPackagesFolder" value="unpacked" /></config>
          <packageSources><clear /><add key="here" value="feed" /></packageSources>
        </configuration>
        """;

    /// <summary>Compiles a library and packs it.</summary>
    /// <param name="name">Package and assembly.</param>
    /// <param name="version">As 1.0.0.</param>
    /// <param name="code">Its C#.</param>
    /// <param name="needs">Packages made before that it refers to, with the lowest version.</param>
    /// <param name="native">A file to carry as machine code for this system; null for none.</param>
    public void Pack(string name, string version, string code, IReadOnlyDictionary<string, string>? needs = null, string? native = null)
    {
        needs ??= new Dictionary<string, string>();
        Directory.CreateDirectory(folder);
        using var package = ZipFile.Open(Path.Combine(folder, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        Write(package, $"{name}.nuspec", System.Text.Encoding.UTF8.GetBytes(Specification(name, version, needs)));
        Write(package, $"lib/net10.0/{name}.dll", images[$"{name} {version}"] = Compile(name, version, code, needs));
        if (native is not null)
            Write(package, $"runtimes/{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}/native/lib{name}.so", File.ReadAllBytes(native));
    }

    private static string Specification(string name, string version, IReadOnlyDictionary<string, string> needs) => $"""
        <package><metadata>
          <id>{name}</id><version>{version}</version><authors>tests</authors><description>made by a test</description>
          <dependencies><group targetFramework="net10.0">{string.Concat(needs.Select(need => $"<dependency id=\"{need.Key}\" version=\"{need.Value}\" />"))}</group></dependencies>
        </metadata></package>
        """;

    private byte[] Compile(string name, string version, string code, IReadOnlyDictionary<string, string> needs)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<MetadataReference> references =
        [
            MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
            MetadataReference.CreateFromFile(Path.Combine(framework, "System.Runtime.dll")),
            .. needs.Select(need => MetadataReference.CreateFromImage(images[$"{need.Key} {need.Value}"])),
        ];
        var source = $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\n{code}";
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }

    private static void Write(ZipArchive package, string path, byte[] content)
    {
        using var entry = package.CreateEntry(path).Open();
        entry.Write(content);
    }
}
