using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace MatNotebooks.Kernel.Display.Tables;

/// <summary>The rows of a table for its page: column by column, packed where that is shorter.</summary>
internal static class TableData
{
    private const int PackFrom = 6000; // letters

    /// <summary>Escapes what could end a script element.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static JsonObject Of(DataTable table)
    {
        var content = new JsonObject
        {
            ["rows"] = table.RowCount,
            ["page"] = table.PageSize,
            ["columns"] = new JsonArray([.. table.Columns.Select(Column)]),
        };
        if (table.Title is { } title) content["title"] = title;
        if (table.Left is { } left) content["left"] = left;
        var cells = new JsonArray([.. table.Columns.Select(Cells)]).ToJsonString(Options);
        if (cells.Length < PackFrom) content["cells"] = JsonNode.Parse(cells);
        else content["packed"] = Pack(cells);
        return content;
    }

    private static JsonNode Column(TableColumn column)
    {
        var json = new JsonObject { ["n"] = column.Title };
        if (column.Numeric) json["k"] = column.Format is null || column.Decimals is not null ? "number" : "written";
        if (column.Decimals is { } decimals) json["d"] = decimals;
        return json;
    }

    // A number whose format only .NET knows travels with its text.
    private static JsonNode Cells(TableColumn column)
    {
        var written = column is { Numeric: true, Format: not null, Decimals: null };
        return new JsonArray([.. Enumerable.Range(0, column.Cells.Length).Select(row => column.Cells[row] is null ? null
            : !column.Numeric ? JsonValue.Create(column.Text(row))
            : written ? new JsonArray(Number(column.Number(row)), column.Text(row))
            : Number(column.Number(row)))]);
    }

    // Ten significant digits; what is no number travels as its name.
    private static JsonNode? Number(double value) => double.IsFinite(value)
        ? JsonValue.Create(double.Parse(value.ToString("G10", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    private static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(packed.ToArray());
    }
}
