using System.IO.Compression;
using System.Text;

namespace MatNotebooks.Datasets;

/// <summary>
/// A file of structure records, one JSON object per line, plain or gzip. The thread that takes the records unpacks blocks of lines ahead of
/// them, and others read what the blocks say; records come in the order of the file, and memory holds a few blocks of them.
/// </summary>
internal sealed class JsonLines(string path, Action<BadRecord, Exception?> onBad)
{
    private static readonly int Ahead = Math.Min(2 * Environment.ProcessorCount, 32); // blocks that are read at a time
    private readonly string name = Path.GetFileName(path);

    public IEnumerable<StructureRecord> Read()
    {
        FilesRead.Note(path);
        using var blocks = new LineBlocks(Open());
        var waiting = new Queue<Task<List<LineResult>>>();
        var any = false;
        while (true)
        {
            while (waiting.Count < Ahead && blocks.Next() is { } block) waiting.Enqueue(Task.Run(() => ReadBlock(block)));
            if (!waiting.TryDequeue(out var next)) break;
            foreach (var (record, bad, cause) in next.GetAwaiter().GetResult())
            {
                any = true;
                if (record is not null) yield return record;
                else onBad(bad!, cause);
            }
        }
        if (blocks.Problem is { } problem) onBad(new($"{name}:{blocks.NextLine}", problem), blocks.Cause);
        else if (!any) onBad(new(name, "the file is empty; it needs at least one structure record."), null);
    }

    private Stream Open()
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private List<LineResult> ReadBlock(LineBlock block)
    {
        try
        {
            var (reader, lines, number) = (new RecordReader(), new List<LineResult>(), block.FirstLine);
            for (var rest = block.Bytes; !rest.IsEmpty; number++)
            {
                var end = rest.IndexOf((byte)'\n');
                var line = end < 0 ? rest : rest[..end];
                rest = end < 0 ? default : rest[(end + 1)..];
                if (line.IndexOfAnyExcept(" \t\r"u8) >= 0) lines.Add(ReadRecord(reader, line.TrimEnd((byte)'\r'), $"{name}:{number}"));
            }
            return lines;
        }
        finally
        {
            block.GiveBack();
        }
    }

    private static LineResult ReadRecord(RecordReader reader, ReadOnlySpan<byte> line, string origin)
    {
        if (reader.TryRead(line, origin) is { } record) return new(record, null, null);
        try
        {
            return new(RecordLine.Parse(Encoding.UTF8.GetString(line)) with { Origin = origin }, null, null);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return new(null, new(origin, wrong.Message), wrong);
        }
    }
}
