using System.Reflection;
using System.Runtime.Loader;

namespace MatNotebooks.Kernel.Session;

/// <summary>Loads compiled cells, and the assemblies cells bring by <c>#r</c> with what stands beside them.</summary>
internal sealed class SubmissionLoader() : AssemblyLoadContext("cells")
{
    private readonly Dictionary<string, Assembly> submissions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    /// <summary>Loads one compiled cell; later cells find it by its name.</summary>
    public Assembly LoadSubmission(string name, byte[] image, byte[] symbols)
    {
        using var imageStream = new MemoryStream(image);
        using var symbolStream = new MemoryStream(symbols);
        return submissions[name] = LoadFromStream(imageStream, symbolStream);
    }

    /// <summary>Makes an assembly file known, so that it is found when a cell that uses it runs.</summary>
    public void AddFile(string path)
    {
        files[Path.GetFileNameWithoutExtension(path)] = path;
        folders.Add(Path.GetDirectoryName(path)!);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? "";
        if (submissions.TryGetValue(name, out var submission))
            return submission;
        if (LoadedByProgram(assemblyName) is { } shared)
            return shared;
        if (files.TryGetValue(name, out var path))
            return LoadFromAssemblyPath(path);
        var beside = folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        return beside is null ? null : LoadFromAssemblyPath(beside);
    }

    // The program's own assemblies win: two copies of one type would not be one type.
    private static Assembly? LoadedByProgram(AssemblyName name)
    {
        try
        {
            return Default.LoadFromAssemblyName(new AssemblyName(name.Name!));
        }
        catch (Exception absent) when (absent is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }
}
