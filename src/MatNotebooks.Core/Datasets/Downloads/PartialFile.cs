using System.Text.Json;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>
/// A file on its way: its bytes so far beside where it will lie (<c>.part</c>), and what they are of (<c>.part.json</c>), so that the next
/// process goes on where this one was killed. Held open alone: two processes never write one file.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string path;
    private readonly FileStream stream;

    private PartialFile(string path, FileStream stream) => (this.path, this.stream) = (path, stream);

    /// <summary>What the bytes are of.</summary>
    /// <param name="Url">Address they came from.</param>
    /// <param name="Validator">Its ETag or Last-Modified; null where the server gave none.</param>
    public sealed record Version(string Url, string? Validator);

    public long Length => stream.Length;

    /// <summary>Hashes of the bytes so far.</summary>
    public Task<FileHash> HashAsync(CancellationToken cancellation) => FileHash.OfAsync(stream, cancellation);

    public string PartPath => path + ".part";

    private string VersionPath => PartPath + ".json";

    /// <exception cref="DownloadException">Another process is at it, or the folder cannot be written.</exception>
    public static PartialFile Open(string path)
    {
        var part = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new(path, new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true)); // what is buffered would fail once more when a full disk's file is closed
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new DownloadException($"{part} cannot be written ({denied.Message.TrimEnd('.')}); set MATNB_DATA to a folder of yours.", denied);
        }
        catch (IOException held)
        {
            throw DiskSpace.IsFull(held)
                ? DiskSpace.Full(part, null, held)
                : new DownloadException($"{part} cannot be written ({held.Message.TrimEnd('.')}); is another process at it? Wait for it, or set MATNB_DATA to another folder.", held);
        }
    }

    /// <summary>What the bytes are of; null where that is not known.</summary>
    public Version? Known
    {
        get
        {
            try
            {
                return File.Exists(VersionPath) ? JsonSerializer.Deserialize<Version>(File.ReadAllText(VersionPath)) : null;
            }
            catch (JsonException)
            {
                return null; // torn by a crash: the bytes are of nobody knows what
            }
        }
    }

    public void Restart(Version? version)
    {
        try
        {
            if (stream.Length > 0)
                stream.SetLength(0);
            if (version is null)
                File.Delete(VersionPath);
            else
                File.WriteAllText(VersionPath, JsonSerializer.Serialize(version));
        }
        catch (IOException failed) when (DiskSpace.IsFull(failed))
        {
            throw DiskSpace.Full(PartPath, null, failed);
        }
    }

    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            stream.Seek(0, SeekOrigin.End);
            await stream.WriteAsync(bytes, cancellation);
        }
        catch (IOException failed) when (DiskSpace.IsFull(failed))
        {
            throw DiskSpace.Full(PartPath, null, failed);
        }
    }

    /// <summary>Puts it where it belongs, in one step; what lay there is replaced.</summary>
    public void Finish()
    {
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(PartPath, path, overwrite: true);
        File.Delete(VersionPath);
    }

    /// <summary>Throws the bytes away: they are wrong.</summary>
    public void Discard()
    {
        stream.Dispose();
        File.Delete(PartPath);
        File.Delete(VersionPath);
    }

    public void Dispose() => stream.Dispose();
}
