using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;

namespace MatNotebooks.Kernel.Session;

/// <summary>Loads compiled cells, and the assemblies cells bring by <c>#r</c> with what stands beside them.</summary>
internal sealed class SubmissionLoader() : AssemblyLoadContext("cells")
{
    private readonly ConcurrentDictionary<string, Assembly> submissions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableList<string> folders = [];
    private readonly ConcurrentDictionary<string, string> natives = new(StringComparer.OrdinalIgnoreCase);

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
        var folder = Path.GetDirectoryName(path)!;
        ImmutableInterlocked.Update(ref folders, all => all.Contains(folder) ? all : all.Add(folder));
    }

    /// <summary>Makes a library of machine code known, by its file name with and without "lib" and extension.</summary>
    public void AddNative(string path)
    {
        var file = Path.GetFileName(path);
        var stem = Path.GetFileNameWithoutExtension(path);
        foreach (var name in new[] { file, stem, stem.StartsWith("lib", StringComparison.Ordinal) ? stem[3..] : stem })
            natives[name] = path;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        natives.TryGetValue(unmanagedDllName, out var path) ? LoadUnmanagedDllFromPath(path) : 0;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? "";
        if (submissions.TryGetValue(name, out var submission))
            return submission;
        var brought = files.GetValueOrDefault(name);
        if (LoadedByProgram(assemblyName) is { } shared && (brought is null || !Newer(brought, shared)))
            return shared;
        if (brought is not null)
            return LoadFromAssemblyPath(brought);
        var beside = folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        return beside is null ? null : LoadFromAssemblyPath(beside);
    }

    // A package that cells cannot see otherwise may bring a newer copy than the program has for itself.
    private static bool Newer(string path, Assembly own) => AssemblyName.GetAssemblyName(path).Version > own.GetName().Version;

    // Else the program's own assemblies win: two copies of one type would not be one type.
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
