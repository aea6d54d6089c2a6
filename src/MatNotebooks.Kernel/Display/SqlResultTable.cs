using System.Globalization;
using System.Text;
using MatNotebooks.Datasets.Tables;

namespace MatNotebooks.Kernel.Display;

/// <summary>What SQL gave, as a table: names and types above, the first rows, and how many there are.</summary>
internal static class SqlResultTable
{
    private const int RowLimit = 50;

    public static MimeBundle Of(SqlTable table) => new MimeBundle().With("text/html", Html(table)).With("text/plain", Plain(table));

    private static string Html(SqlTable table)
    {
        var html = new StringBuilder("<table class=\"matnb-table\"><thead><tr>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th style=\"text-align:{Side(column)}\" title=\"{HtmlText.Encode(column.SqlType)}\">{HtmlText.Encode(column.Name)}</th>");
        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < Math.Min(RowLimit, table.Count); row++)
        {
            html.Append("<tr>");
            foreach (var column in table.Columns)
                html.Append(CultureInfo.InvariantCulture, $"<td style=\"text-align:{Side(column)}\">{HtmlText.Encode(Text(column, row))}</td>");
            html.Append("</tr>");
        }
        return html.Append(CultureInfo.InvariantCulture, $"</tbody></table><p><i>{Count(table)}</i></p>").ToString();
    }

    private static string Plain(SqlTable table)
    {
        var rows = Enumerable.Range(0, Math.Min(RowLimit, table.Count)).ToArray();
        var lines = table.Columns.Select(column => new[] { column.Name }.Concat(rows.Select(row => Text(column, row).ReplaceLineEndings(" "))).ToArray()).ToArray();
        var widths = lines.Select(cells => cells.Max(cell => cell.Length)).ToArray();
        var text = Enumerable.Range(0, rows.Length + 1).Select(line => string.Join("  ", table.Columns.Select((column, place) =>
            Numeric(column) ? lines[place][line].PadLeft(widths[place]) : lines[place][line].PadRight(widths[place]))).TrimEnd());
        return string.Join('\n', text.Append(Count(table)));
    }

    private static string Count(SqlTable table)
    {
        var all = string.Create(CultureInfo.InvariantCulture, $"{(table.IsCut ? "more than " : "")}{table.Count:N0} row{(table.Count == 1 ? "" : "s")}");
        return table.Count <= RowLimit ? all : $"{all}; the first {RowLimit} are shown";
    }

    private static string Text(SqlColumn column, int row) => column[row] switch
    {
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        float number => number.ToString("G5", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => column.TextOf(row),
    };

    private static string Side(SqlColumn column) => Numeric(column) ? "right" : "left";

    private static bool Numeric(SqlColumn column) =>
        (column.Type.IsPrimitive && column.Type != typeof(bool)) || column.Type == typeof(decimal) || column.Type == typeof(Int128) || column.Type == typeof(UInt128);
}
