using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Display.Tables;

/// <summary>
/// A table for a page: its first rows as a plain table, which stands wherever scripts are not run, and all its rows for the painter of
/// tables (table-painter.js).
/// </summary>
internal static class TableHtml
{
    private const int SparkWidth = 80;
    private const int SparkHeight = 20;

    public static string Of(DataTable table)
    {
        var push = new JsonObject { ["id"] = "", ["needs"] = "table", ["content"] = TableData.Of(table) };
        var plain = Plain(table);
        // Of the content, so that a saved notebook changes only when the table does.
        var id = "t" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(push.ToJsonString(TableData.Options) + plain)))[..12];
        push["id"] = id;
        return $"<div class=\"matnb-datatable\" data-matnb=\"{id}\">{plain}</div>\n<script>(window.matnb=window.matnb||[]).push({push.ToJsonString(TableData.Options)});</script>";
    }

    private static string Plain(DataTable table)
    {
        var html = new StringBuilder();
        if (table.Title is { } title) html.Append("<p><b>").Append(HtmlText.Encode(title)).Append("</b></p>");
        html.Append("<div style=\"overflow-x:auto\"><table class=\"matnb-table\"><thead><tr>");
        foreach (var column in table.Columns) html.Append(Open("th", column)).Append(HtmlText.Encode(column.Title)).Append("</th>");
        html.Append("</tr>");
        if (TableText.Summed(table)) AppendSummary(html, table);
        html.Append("</thead><tbody>");
        for (var row = 0; row < TableText.RowsShown(table); row++)
        {
            html.Append("<tr>");
            foreach (var column in table.Columns) html.Append(Open("td", column)).Append(HtmlText.Encode(column.Text(row))).Append("</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table></div>");
        if (TableText.Note(table) is { } note) html.Append("<p><i>").Append(HtmlText.Encode(note)).Append("</i></p>");
        return html.ToString();
    }

    private static string Open(string tag, TableColumn column) => column.Numeric ? $"<{tag} style=\"text-align:right\">" : $"<{tag} style=\"text-align:left\">";

    private static void AppendSummary(StringBuilder html, DataTable table)
    {
        html.Append("<tr class=\"matnb-summary\">");
        foreach (var column in table.Columns)
        {
            var summary = ColumnSummary.Of(column);
            html.Append(Open("td", column).Replace(">", $" title=\"{HtmlText.Encode(summary.Words(column))}\">", StringComparison.Ordinal));
            html.Append(Spark(summary.Counts)).Append("<small>").Append(HtmlText.Encode(Words(column, summary))).Append("</small></td>");
        }
        html.Append("</tr>");
    }

    private static string Words(TableColumn column, ColumnSummary summary)
    {
        var missing = summary.Missing == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {summary.Missing:N0} missing");
        return !column.Numeric ? summary.Words(column)
            : double.IsNaN(summary.Mean) ? "no number"
            : summary.Counts.Length == 0 ? $"all {column.NumberText(summary.Least)}{missing}"
            : $"{column.NumberText(summary.Least)} … {column.NumberText(summary.Greatest)}, mean {summary.MeanText()}{missing}";
    }

    // Bars without axis: how the numbers are spread, from the least to the greatest.
    private static string Spark(int[] counts)
    {
        if (counts.Length == 0) return "";
        var (path, wide, most) = (new StringBuilder(), (double)SparkWidth / counts.Length, counts.Max());
        foreach (var (i, count) in counts.Index())
            if (count > 0)
                path.Append(CultureInfo.InvariantCulture, $"M{i * wide:0.#} {SparkHeight}h{wide - 0.8:0.#}v-{Math.Max(1, (double)SparkHeight * count / most):0.#}h-{wide - 0.8:0.#}z");
        return $"<svg class=\"matnb-spark\" width=\"{SparkWidth}\" height=\"{SparkHeight}\" viewBox=\"0 0 {SparkWidth} {SparkHeight}\" aria-hidden=\"true\"><path d=\"{path}\" fill=\"currentColor\" fill-opacity=\"0.65\"/></svg><br>";
    }
}
