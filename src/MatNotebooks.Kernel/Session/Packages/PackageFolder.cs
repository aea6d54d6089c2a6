using System.Xml;
using System.Xml.Linq;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>The folder NuGet keeps unpacked packages in; what lies there needs no network.</summary>
internal sealed class PackageFolder
{
    private PackageFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The folder that counts for a notebook: NUGET_PACKAGES, else the nearest NuGet.config that names one, else ~/.nuget/packages.</summary>
    public static PackageFolder For(string notebookFolder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new PackageFolder(
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set ? set
            : Configured(notebookFolder) ?? System.IO.Path.Combine(home, ".nuget", "packages"));
    }

    /// <summary>The names of the packages in it, in lower case.</summary>
    public IEnumerable<string> Names =>
        Directory.Exists(Path) ? Directory.EnumerateDirectories(Path).Select(folder => System.IO.Path.GetFileName(folder)).Where(name => name[0] != '.') : [];

    /// <summary>The newest released version in it; null when there is none.</summary>
    public string? Newest(string name)
    {
        var folder = System.IO.Path.Combine(Path, name.ToLowerInvariant());
        return !Directory.Exists(folder) ? null : Directory.EnumerateDirectories(folder)
            .Where(version => File.Exists(System.IO.Path.Combine(version, ".nupkg.metadata"))) // unpacked to the end
            .Select(version => System.IO.Path.GetFileName(version))
            .Where(version => !PackageVersion.IsPrerelease(version))
            .Max(PackageVersion.Order);
    }

    private static string? Configured(string notebookFolder)
    {
        for (var folder = new DirectoryInfo(notebookFolder); folder is not null; folder = folder.Parent)
        {
            var files = folder.Exists ? folder.EnumerateFiles().Where(file => file.Name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase)) : [];
            if (files.Select(Setting).FirstOrDefault(value => value is not null) is { } setting)
                return System.IO.Path.GetFullPath(setting, folder.FullName);
        }
        return null;
    }

    private static string? Setting(FileInfo file)
    {
        try
        {
            return (string?)XDocument.Load(file.FullName).Descendants("config").Elements("add")
                .FirstOrDefault(entry => (string?)entry.Attribute("key") == "globalPackagesFolder")?.Attribute("value");
        }
        catch (XmlException)
        {
            return null; // the restore names the broken file
        }
    }
}
