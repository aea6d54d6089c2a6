using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MatNotebooks.Datasets;

/// <summary>The files of data that this process has read, so that a result can say what it came from.</summary>
public static class FilesRead
{
    private static readonly ConcurrentDictionary<string, byte> Paths = new(StringComparer.Ordinal);

    /// <summary>The files, full paths in alphabetical order.</summary>
    public static IReadOnlyList<string> All => [.. Paths.Keys.Order(StringComparer.Ordinal)];

    /// <summary>SHA-256 of a file in hexadecimal; null where it is no longer there.</summary>
    public static string? HashOf(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Forgets all, as at the start of another notebook.</summary>
    public static void Clear() => Paths.Clear();

    internal static void Note(string path) => Paths.TryAdd(Path.GetFullPath(path), 0);
}
