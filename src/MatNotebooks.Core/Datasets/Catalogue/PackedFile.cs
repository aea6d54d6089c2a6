using System.IO.Compression;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>A file as a stream of what it holds: gzip, bzip2 and the first file of a zip archive are unpacked while they are read.</summary>
internal static class PackedFile
{
    private const int Buffer = 1 << 17;

    /// <exception cref="BadRecordException">It is a zip archive without a file in it, or none at all.</exception>
    public static Stream Open(string path)
    {
        FilesRead.Note(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".GZ" => new GZipStream(file, CompressionMode.Decompress),
            ".BZ2" => new Bzip2Stream(file),
            ".ZIP" => FirstOf(file, path),
            _ => file,
        };
    }

    private static Stream FirstOf(FileStream file, string path)
    {
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read);
            var entry = archive.Entries.FirstOrDefault(entry => entry.Length > 0 && !entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal));
            return entry?.Open() ?? throw new InvalidDataException("it holds no file");
        }
        catch (InvalidDataException broken)
        {
            file.Dispose();
            throw new BadRecordException(new(Path.GetFileName(path), $"the zip archive is broken ({broken.Message.TrimEnd('.')}); delete the file and fetch it again."), broken);
        }
    }
}
