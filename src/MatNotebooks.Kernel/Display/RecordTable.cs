using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace MatNotebooks.Kernel.Display;

/// <summary>A sequence of records as a table: one row each, one column per public property, numbers right-aligned.</summary>
internal sealed class RecordTable : IRichDisplay
{
    private const int RowLimit = 50;
    private const int ColumnLimit = 30;

    private readonly IReadOnlyList<Column> columns;
    private readonly IReadOnlyList<string[]> rows;
    private readonly bool more;

    private sealed record Column(string Name, Type Type, Func<object?, object?> Value);

    private RecordTable(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows, bool more)
    {
        this.columns = columns;
        this.rows = rows;
        this.more = more;
    }

    /// <summary>The table of a sequence whose items are all of one type with two or more plain properties; null for any other.</summary>
    public static RecordTable? TryOf(IEnumerable sequence)
    {
        if (sequence is Array { Rank: > 1 } || !ItemType(sequence, out var type))
            return null;
        var columns = Columns(type).Take(ColumnLimit).ToArray();
        if (columns.Length < 2)
            return null;
        var first = sequence.Cast<object?>().Take(RowLimit + 1).ToArray();
        if (first.Length == 0 || first.Any(item => item is null || item is IRichDisplay))
            return null;
        var rows = first.Take(RowLimit).Select(item => Array.ConvertAll(columns, column => CellText(column.Value(item)))).ToArray();
        return new RecordTable(columns, rows, first.Length > RowLimit);
    }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => new MimeBundle().With("text/html", Html()).With("text/plain", Plain());

    private static bool ItemType(IEnumerable sequence, out Type type)
    {
        type = sequence.GetType().GetInterfaces()
            .Append(sequence.GetType())
            .Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(candidate => candidate.GetGenericArguments()[0])
            .FirstOrDefault() ?? typeof(object);
        return type != typeof(object) && !PlainCell(type);
    }

    private static IEnumerable<Column> Columns(Type type)
    {
        // A tuple keeps its items in fields, and their names only in the source.
        if (typeof(ITuple).IsAssignableFrom(type))
            return type.GetFields().Where(field => FitsCell(field.FieldType)).Select(field => new Column(field.Name, field.FieldType, field.GetValue));
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is not null && FitsCell(property.PropertyType))
            .Select(property => new Column(property.Name, property.PropertyType, property.GetValue));
    }

    private static bool PlainCell(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || typeof(IFormattable).IsAssignableFrom(type) || type == typeof(bool) || type == typeof(char);
    }

    // Beside numbers and texts, what its author taught to write itself in a word or two: an element, a formula.
    private static bool FitsCell(Type type) => PlainCell(type) ||
        (type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } written && written.DeclaringType != typeof(object) &&
         written.DeclaringType != typeof(ValueType) && !written.IsDefined(typeof(CompilerGeneratedAttribute), false));

    private static string CellText(object? value) => value switch
    {
        null => "",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        float number => number.ToString("G5", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool Numeric(Column column)
    {
        var type = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        return (type.IsPrimitive && type != typeof(bool) && type != typeof(char)) || type == typeof(decimal);
    }

    private string Html()
    {
        var html = new StringBuilder("<table class=\"matnb-table\"><thead><tr>");
        foreach (var column in columns)
            html.Append(Numeric(column) ? "<th style=\"text-align:right\">" : "<th style=\"text-align:left\">")
                .Append(HtmlText.Encode(column.Name)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
                html.Append(Numeric(columns[i]) ? "<td style=\"text-align:right\">" : "<td style=\"text-align:left\">")
                    .Append(HtmlText.Encode(row[i])).Append("</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        return more ? html.Append("<p><i>only the first ").Append(RowLimit).Append(" rows are shown</i></p>").ToString() : html.ToString();
    }

    private string Plain()
    {
        var widths = columns.Select((column, i) => Math.Max(column.Name.Length, rows.Max(row => row[i].Length))).ToArray();
        var text = new StringBuilder();
        AppendLine(text, columns.Select(column => column.Name).ToArray(), widths);
        foreach (var row in rows)
            AppendLine(text.Append('\n'), row, widths);
        return more ? text.Append("\n... only the first ").Append(RowLimit).Append(" rows are shown").ToString() : text.ToString();
    }

    private void AppendLine(StringBuilder text, string[] cells, int[] widths)
    {
        var padded = cells.Select((cell, i) => Numeric(columns[i]) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
        text.Append(string.Join("  ", padded).TrimEnd());
    }
}
