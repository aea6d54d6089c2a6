using System.IO.Compression;

namespace MatNotebooks.Datasets;

/// <summary>A file of structure records, one JSON object per line, plain or gzip.</summary>
internal sealed class JsonLines(string path, Action<BadRecord, Exception?> onBad)
{
    private readonly string name = Path.GetFileName(path);

    public IEnumerable<StructureRecord> Read()
    {
        FilesRead.Note(path);
        using var reader = new StreamReader(Open());
        var number = 0;
        var any = false;
        while (TryReadLine(reader, number + 1) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            any = true;
            if (TryParse(line, $"{name}:{number}") is { } record) yield return record;
        }
        if (!any) onBad(new(name, "the file is empty; it needs at least one structure record."), null);
    }

    private Stream Open()
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The next line; null at the end of the file, and at a broken archive, of which nothing more can be read.</summary>
    private string? TryReadLine(StreamReader reader, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException broken)
        {
            onBad(new($"{name}:{number}", $"the gzip archive is broken ({broken.Message.TrimEnd('.')}); fetch or pack the file again."), broken);
            return null;
        }
    }

    private StructureRecord? TryParse(string line, string origin)
    {
        try
        {
            return RecordLine.Parse(line) with { Origin = origin };
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            onBad(new(origin, wrong.Message), wrong);
            return null;
        }
    }
}
