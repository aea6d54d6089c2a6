using System.Text;

namespace MatNotebooks.Kernel.Display.Tables;

/// <summary>A table in letters of one width: the first rows, numbers at the right, then each column in a few numbers.</summary>
internal static class TableText
{
    private const int WholeUpTo = 50;
    private const int Shown = 25;
    private const int SummaryFrom = 16;
    private const int Widest = 60;

    /// <summary>How many rows stand where nothing can be paged: all of a short table, the beginning of a long one.</summary>
    public static int RowsShown(DataTable table) => table.RowCount <= WholeUpTo ? table.RowCount : Math.Min(Shown, table.RowCount);

    /// <summary>Whether a table is long enough for its columns to be worth summing up.</summary>
    public static bool Summed(DataTable table) => table.RowCount >= SummaryFrom;

    public static string Of(DataTable table)
    {
        var rows = RowsShown(table);
        string[][] cells = [.. table.Columns.Select(column => Enumerable.Range(0, rows).Select(row => Short(column.Text(row))).Prepend(Short(column.Title)).ToArray())];
        int[] widths = [.. cells.Select(column => column.Max(cell => cell.Length))];
        var text = new StringBuilder();
        if (table.Title is { } title) text.Append(title).Append('\n');
        for (var row = 0; row <= rows; row++)
        {
            var padded = cells.Select((column, i) => table.Columns[i].Numeric ? column[row].PadLeft(widths[i]) : column[row].PadRight(widths[i]));
            text.Append(string.Join("  ", padded).TrimEnd()).Append('\n');
        }
        if (Note(table) is { } note) text.Append("... ").Append(note).Append('\n');
        if (Summed(table))
            foreach (var column in table.Columns)
                text.Append(column.Title).Append(": ").Append(ColumnSummary.Of(column).Words(column)).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>What is said of rows that are not shown without scripts; null where all are.</summary>
    public static string? Note(DataTable table)
    {
        var rows = RowsShown(table);
        var shown = rows == table.RowCount ? null : FormattableString.Invariant($"{rows:N0} of {table.RowCount:N0} rows");
        return shown is null ? table.Left : table.Left is null ? shown : $"{shown} ({table.Left})";
    }

    private static string Short(string cell)
    {
        cell = cell.ReplaceLineEndings(" ");
        return cell.Length <= Widest ? cell : cell[..(Widest - 1)] + "…";
    }
}
