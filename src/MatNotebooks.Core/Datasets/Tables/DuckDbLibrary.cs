using System.Runtime.InteropServices;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Where DuckDB's library lies, and whether it loads.</summary>
public static class DuckDbLibrary
{
    internal const string Name = "duckdb";
    private const string File = "libduckdb.so";
    private static readonly Lazy<(nint Handle, string? Path)> Loaded = new(Load);

    /// <summary>Whether the library is installed and loads.</summary>
    public static bool IsPresent => Loaded.Value.Handle != 0;

    /// <summary>The file that was loaded; null where there is none.</summary>
    public static string? Path => Loaded.Value.Path;

    /// <summary>Where it is looked for, in this order: beside the program, in <c>environment/web/node_modules</c> above it, in the system.</summary>
    public static IEnumerable<string> Places
    {
        get
        {
            yield return System.IO.Path.Combine(AppContext.BaseDirectory, File);
            var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            var module = System.IO.Path.Combine("environment", "web", "node_modules", "@duckdb", $"node-bindings-linux-{architecture}", File);
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                yield return System.IO.Path.Combine(folder.FullName, module);
            yield return File;
        }
    }

    /// <summary>Throws where the library is absent.</summary>
    /// <exception cref="InvalidOperationException">It is not installed; the message says how to install it.</exception>
    public static void Require()
    {
        if (!IsPresent)
            throw new InvalidOperationException(
                $"DuckDB's {File} is not installed: run `npm ci --prefix environment/web --ignore-scripts` (environment/setup.sh does), or put {File} beside the program.");
    }

    internal static nint Resolve(string library) => library == Name ? Loaded.Value.Handle : 0;

    private static (nint, string?) Load()
    {
        foreach (var place in Places.Where(place => place == File || System.IO.File.Exists(place)))
            if (NativeLibrary.TryLoad(place, out var handle))
                return (handle, place);
        return (0, null);
    }
}
