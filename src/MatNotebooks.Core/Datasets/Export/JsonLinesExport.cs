using System.Buffers;
using System.Text.Json;

namespace MatNotebooks.Datasets.Export;

/// <summary>Writes records as lines of JSON, with one buffer for all.</summary>
internal static class JsonLinesExport
{
    private const int Full = 1 << 16; // bytes

    /// <summary>Writes them.</summary>
    /// <param name="rows">The records; taken one by one.</param>
    /// <param name="file">Where to; not closed.</param>
    /// <param name="withAtoms">As for <see cref="RecordWriter.Write"/>.</param>
    /// <param name="withFormula">As for <see cref="RecordWriter.Write"/>; null for where a record has no atoms to say it.</param>
    /// <param name="count">Counts them.</param>
    public static void Write(IEnumerable<DataRecord> rows, Stream file, bool withAtoms, bool? withFormula, RowCount count)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * Full);
        using var json = new Utf8JsonWriter(buffer);
        foreach (var row in rows)
        {
            RecordWriter.Write(json, row, withAtoms, withFormula ?? row is FormulaRecord);
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            count.Add(true);
            if (buffer.WrittenCount < Full)
                continue;
            file.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
        file.Write(buffer.WrittenSpan);
    }
}
