using Xunit;

namespace MatNotebooks.Tests;

/// <summary>The real data that only some machines have: the folder MATNB_DATA, else shared/data beside the repository.</summary>
internal static class SharedData
{
    /// <summary>Path of a file in it; null where it is not on this machine.</summary>
    public static string? Find(string relative)
    {
        var folder = Environment.GetEnvironmentVariable("MATNB_DATA") is { Length: > 0 } set
            ? set
            : Path.Combine(RepositoryFolder, "..", "shared", "data");
        var path = Path.GetFullPath(Path.Combine(folder, relative));
        return Path.Exists(path) ? path : null;
    }

    /// <summary>Path of a file in it, for tests that <see cref="SharedDataFactAttribute"/> lets run only where it is.</summary>
    public static string PathOf(string relative) =>
        Find(relative) ?? throw new FileNotFoundException($"{relative} is not on this machine; set MATNB_DATA to the folder that holds it.");

    /// <summary>The folder of the solution.</summary>
    public static string RepositoryFolder
    {
        get
        {
            for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
                if (File.Exists(Path.Combine(place.FullName, "MatNotebooks.sln")))
                    return place.FullName;
            throw new DirectoryNotFoundException($"No MatNotebooks.sln above {AppContext.BaseDirectory}.");
        }
    }
}

/// <summary>A test on real data; skipped, with the reason, where the file is not on this machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="relative">File inside the data folder, such as "perov5/perov5.jsonl.gz".</param>
    public SharedDataFactAttribute(string relative)
    {
        if (SharedData.Find(relative) is null)
            Skip = $"needs {relative} of the shared data, which is not on this machine (set MATNB_DATA to the folder that holds it)";
    }
}
