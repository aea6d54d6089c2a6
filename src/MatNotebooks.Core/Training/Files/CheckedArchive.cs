using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace MatNotebooks.Training.Files;

/// <summary>A ZIP archive that lists the SHA-256 of each of its entries: what is read is what was written, or an error.</summary>
internal static class CheckedArchive
{
    private const string Sums = "SHA256SUMS";

    /// <summary>Writes entries; a file that was there is replaced when the new one is whole.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, byte[]> entries)
    {
        var part = path + ".part";
        using (var file = File.Create(part))
        {
            using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (name, content) in entries) Put(archive, name, content);
                Put(archive, Sums, SumsOf(entries));
            }
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Reads all entries.</summary>
    /// <exception cref="InvalidDataException">No archive, a torn one, or one whose contents were changed.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var entries = archive.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
        return entries.Remove(Sums, out var sums) && sums.AsSpan().SequenceEqual(SumsOf(entries))
            ? entries
            : throw new InvalidDataException("its contents are not what was written (SHA-256)");
    }

    private static byte[] SumsOf(IReadOnlyDictionary<string, byte[]> entries) => Encoding.UTF8.GetBytes(string.Concat(
        entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{Convert.ToHexStringLower(SHA256.HashData(entry.Value))}  {entry.Key}\n")));

    private static void Put(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
