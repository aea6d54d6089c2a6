using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>A table with a header; numbers become numbers, "True" and "False" booleans, empty cells are missing.</summary>
/// <param name="path">A .csv or .csv.gz file.</param>
/// <param name="idColumn">The column of names; null to number the rows.</param>
/// <param name="formulaColumn">The column of formulas; null for none.</param>
/// <param name="part">What the key "part" says of every row; null for no such key.</param>
internal sealed class CsvRows(string path, string? idColumn, string? formulaColumn, string? part)
{
    private static readonly string[] Missing = ["", "nan", "NaN", "None", "inf", "-inf"];
    private readonly string name = Path.GetFileName(path);
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <exception cref="BadRecordException">The table has no such column, a row is too short, or the archive is damaged.</exception>
    public IEnumerable<FormulaRecord> Read() => BrokenArchive.Watch(Rows(), path);

    private IEnumerable<FormulaRecord> Rows()
    {
        using var text = TextFile.Open(path);
        using var table = CsvReader.Create(text);
        table.ReadHeader();
        string[] header = [.. table.Headers ?? throw new BadRecordException(new(name, "the file is empty; it needs a header and rows."))];
        var (id, formula) = (Place(header, idColumn), Place(header, formulaColumn));
        for (var number = 1; table.Read(); number++)
        {
            var origin = $"{name}:{number + 1}";
            if (table.FieldCount != header.Length)
                throw new BadRecordException(new(origin, $"the row has {table.FieldCount} cells and the header {header.Length}."));
            string[] cells = [.. Enumerable.Range(0, header.Length).Select(table.GetString)];
            var written = formula < 0 ? "" : cells[formula];
            yield return new(id < 0 ? number.ToString(CultureInfo.InvariantCulture) : cells[id], written, Values(header, cells, id, formula)) { Origin = origin };
        }
    }

    private int Place(string[] header, string? column)
    {
        var place = column is null ? -1 : Array.IndexOf(header, column);
        return column is null || place >= 0 ? place : throw new BadRecordException(new(name, $"there is no column \"{column}\"; there are {string.Join(", ", header)}."));
    }

    // One document for a row is a third of the memory of one for each cell.
    private Dictionary<string, JsonElement> Values(string[] header, string[] cells, int id, int formula)
    {
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            for (var column = 0; column < cells.Length; column++)
                if (column != id && column != formula)
                    Write(json, header[column], cells[column]);
            if (part is not null)
                json.WriteString("part", part);
            json.WriteEndObject();
        }
        return JsonElement.Parse(buffer.WrittenSpan).EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
    }

    private static void Write(Utf8JsonWriter json, string key, string cell)
    {
        if (Missing.Contains(cell))
            json.WriteNull(key);
        else if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            json.WriteNumber(key, number);
        else if (bool.TryParse(cell, out var flag))
            json.WriteBoolean(key, flag);
        else
            json.WriteString(key, cell);
    }
}
