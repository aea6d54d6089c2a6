using System.IO.Compression;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>A file and what it holds: gzip, bzip2 and the first file of a zip archive are unpacked while they are read.</summary>
internal sealed class PackedFile : IDisposable
{
    private const int Buffer = 1 << 17;
    private readonly IDisposable[] held;

    private PackedFile(Stream content, params IDisposable[] held) => (Content, this.held) = (content, held);

    /// <summary>What it holds.</summary>
    public Stream Content { get; }

    /// <exception cref="BadRecordException">It should be a zip archive and is none, or one without a file.</exception>
    public static PackedFile Open(string path)
    {
        FilesRead.Note(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".GZ" => new(new GZipStream(file, CompressionMode.Decompress)),
            ".BZ2" => new(new Bzip2Stream(file)),
            ".ZIP" => FirstOf(file, path),
            _ => new(file),
        };
    }

    public void Dispose()
    {
        Content.Dispose();
        foreach (var one in held)
            one.Dispose();
    }

    private static PackedFile FirstOf(FileStream file, string path)
    {
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read);
            var entry = archive.Entries.FirstOrDefault(entry => entry.Length > 0 && !entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal));
            return new(entry?.Open() ?? throw new InvalidDataException("it holds no file"), archive);
        }
        catch (InvalidDataException broken)
        {
            file.Dispose();
            throw BrokenArchive.Named(path, broken);
        }
    }
}
