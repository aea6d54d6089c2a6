using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>
/// A project that asks for packages, written only to be restored. It is kept under a name made from what it asks, so that
/// the same question is answered from the files of last time.
/// </summary>
internal sealed class PackageProject
{
    public const string Name = "notebook";
    private readonly string folder;
    private readonly bool repeatable;

    /// <param name="packages">Name and version (null for any) of each.</param>
    /// <param name="feeds">Feeds beside those of the configuration.</param>
    /// <param name="notebookFolder">Where the search for NuGet.config starts.</param>
    /// <param name="kept">The folder of unpacked packages, where the project is kept beside them.</param>
    public PackageProject(
        IReadOnlyList<(string Name, string? Version)> packages, IReadOnlyList<string> feeds, string notebookFolder, PackageFolder kept)
    {
        var text = Text(packages, feeds, notebookFolder);
        folder = Path.Combine(kept.Path, ".matnb", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24]);
        Directory.CreateDirectory(folder);
        File.WriteAllText(ProjectPath, text);
        // What stands above must not reach in.
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(folder, file), "<Project />");
        repeatable = packages.All(package => package.Version is { } version && PackageVersion.IsExact(version));
    }

    public static string Runtime { get; } = RuntimeInformation.RuntimeIdentifier;

    public string ProjectPath => Path.Combine(folder, Name + ".csproj");

    /// <summary>What an earlier restore of the same project chose, if it still holds.</summary>
    public AssetsFile? FromLastTime() => repeatable && Read() is { Complete: true } assets ? assets : null;

    /// <summary>What the restore left; null when it left nothing.</summary>
    public AssetsFile? Read()
    {
        var path = Path.Combine(folder, "obj", "project.assets.json");
        try
        {
            return File.Exists(path) ? AssetsFile.Read(path, Runtime) : null;
        }
        catch (JsonException)
        {
            return null; // another restore of the same project is writing it, or was killed there
        }
    }

    private static string Text(IEnumerable<(string Name, string? Version)> packages, IReadOnlyList<string> feeds, string notebookFolder) => new XElement(
        "Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("RuntimeIdentifier", Runtime),
            new XElement("SelfContained", false),
            new XElement("UseAppHost", false),
            // Asks the feed even when every package is here.
            new XElement("NuGetAudit", false),
            new XElement("RestoreRootConfigDirectory", notebookFolder),
            feeds.Count == 0 ? null : new XElement("RestoreAdditionalProjectSources", string.Join(';', feeds))),
        new XElement("ItemGroup", packages.Select(package => new XElement(
            "PackageReference", new XAttribute("Include", package.Name), new XAttribute("Version", package.Version ?? "*"))))).ToString();
}
