namespace MatNotebooks.Datasets.Downloads;

/// <summary>The hash of a file as it first came, beside it in the format of sha256sum: later copies must be the same.</summary>
internal static class PinnedHash
{
    private const int HexLength = 64;

    /// <summary>The pinned hash; null where none is.</summary>
    public static string? Read(string path) =>
        File.Exists(PinOf(path)) && File.ReadAllText(PinOf(path)) is { Length: >= HexLength } line && line[..HexLength].All(char.IsAsciiHexDigit) ? line[..HexLength] : null;

    public static void Write(string path, string sha256) => File.WriteAllText(PinOf(path), $"{sha256}  {Path.GetFileName(path)}\n");

    private static string PinOf(string path) => path + ".sha256";
}
