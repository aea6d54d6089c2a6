using System.IO.Compression;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>A text file, plain or gzip.</summary>
internal static class TextFile
{
    public static StreamReader Open(string path)
    {
        FilesRead.Note(path);
        var file = File.OpenRead(path);
        return new(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }
}
