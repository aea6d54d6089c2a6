using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>
/// The rows of a web service on their way: lines so far (<c>.part</c>) and where the service was (<c>.part.json</c>), so that the next
/// process goes on at the page where this one was killed. A page that was written in half is cut off.
/// </summary>
internal sealed class PageFile : IDisposable
{
    private readonly string path;
    private readonly FileStream stream;

    /// <param name="path">Where the packed file will lie.</param>
    /// <param name="request">What the service was asked; lines of another question are thrown away.</param>
    public PageFile(string path, string request)
    {
        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            stream = new FileStream(PartPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DownloadException($"{PartPath} cannot be written ({failed.Message.TrimEnd('.')}); is another process at it? Wait for it, or set MATNB_DATA to a folder of yours.", failed);
        }
        State = Known(request) ?? new(request, 0, 0, 0, 0);
        stream.SetLength(State.Length);
        stream.Seek(0, SeekOrigin.End);
    }

    /// <summary>Where the service was.</summary>
    /// <param name="Request">What was asked.</param>
    /// <param name="Taken">How many rows the service has given, good or bad.</param>
    /// <param name="Rows">How many of them are here.</param>
    /// <param name="LeftOut">How many could not be read.</param>
    /// <param name="Length">Length of the lines | bytes.</param>
    public sealed record Place(string Request, long Taken, long Rows, long LeftOut, long Length);

    public Place State { get; private set; }

    private string PartPath => path + ".part";

    private string StatePath => PartPath + ".json";

    public void Append(IReadOnlyList<StructureRecord> rows, int taken)
    {
        try
        {
            foreach (var row in rows)
                stream.Write(Encoding.UTF8.GetBytes(RecordWriter.Line(row) + "\n"));
            stream.Flush(flushToDisk: true);
            State = State with { Taken = State.Taken + taken, Rows = State.Rows + rows.Count, LeftOut = State.LeftOut + taken - rows.Count, Length = stream.Length };
            var draft = StatePath + ".draft";
            File.WriteAllText(draft, JsonSerializer.Serialize(State));
            File.Move(draft, StatePath, overwrite: true);
        }
        catch (IOException failed) when (DiskSpace.IsFull(failed))
        {
            throw DiskSpace.Full(PartPath, null, failed);
        }
    }

    /// <summary>Packs the lines and puts them where they belong, in one step.</summary>
    public void Finish()
    {
        var draft = path + ".draft";
        stream.Seek(0, SeekOrigin.Begin);
        using (var packed = new GZipStream(File.Create(draft), CompressionLevel.Optimal))
            stream.CopyTo(packed);
        File.Move(draft, path, overwrite: true);
        stream.Dispose();
        File.Delete(PartPath);
        File.Delete(StatePath);
    }

    public void Dispose() => stream.Dispose();

    private Place? Known(string request)
    {
        try
        {
            var known = File.Exists(StatePath) ? JsonSerializer.Deserialize<Place>(File.ReadAllText(StatePath)) : null;
            return known?.Request == request && known.Length <= stream.Length ? known : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
