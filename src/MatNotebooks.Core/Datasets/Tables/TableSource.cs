using System.Collections;
using System.Data;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Rows in memory and their columns.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Fields">The columns, at least one.</param>
internal sealed record TableSource(object[] Rows, IReadOnlyList<TableField> Fields)
{
    /// <summary>Finds the columns of what a notebook calls a table; null where there are none.</summary>
    public static TableSource? Of(object table)
    {
        var found = table switch
        {
            DataTable data => new TableSource([.. data.Rows.Cast<object>()], [.. data.Columns.Cast<DataColumn>().Select(OfDataColumn)]),
            SqlTable result => new TableSource(Numbers(result.Count), [.. result.Columns.Select(column => new TableField(column.Name, column.Type, row => column[(int)row]))]),
            string => null,
            IDictionary columns when columns.Values.Cast<object?>().All(column => column is IList) => OfColumns(columns),
            IEnumerable<DataRecord> records => OfRecords([.. records]),
            IEnumerable rows => OfRows(rows),
            _ => null,
        };
        return found is { Fields.Count: > 0 } ? found : null;
    }

    private static object[] Numbers(int count) => [.. Enumerable.Range(0, count).Cast<object>()];

    private static TableField OfDataColumn(DataColumn column) =>
        new(column.ColumnName, column.DataType, row => ((DataRow)row)[column] is var value && value == DBNull.Value ? null : value);

    private static TableSource OfColumns(IDictionary columns)
    {
        var lists = columns.Keys.Cast<object>().Select(key => (Name: key.ToString()!, Values: (IList)columns[key]!)).ToArray();
        if (lists.FirstOrDefault(list => list.Values.Count != lists[0].Values.Count) is { Values: not null } other)
            throw new ArgumentException($"Column '{lists[0].Name}' has {lists[0].Values.Count} values and '{other.Name}' {other.Values.Count}; all need as many.");
        return new(Numbers(lists.Length == 0 ? 0 : lists[0].Values.Count), [.. lists.Select(list => new TableField(list.Name, ItemType(list.Values), row => list.Values[(int)row]))]);
    }

    private static TableSource OfRecords(DataRecord[] records) => new([.. records], RecordFields.Of(records)); // not an array of records: parts of it are taken as objects

    private static TableSource? OfRows(IEnumerable sequence)
    {
        var type = ItemType(sequence);
        object[] rows = [.. sequence.Cast<object?>().OfType<object>()];
        if (type == typeof(object) && rows.Length > 0 && Array.TrueForAll(rows, row => row.GetType() == rows[0].GetType()))
            type = rows[0].GetType();
        if (typeof(IDictionary).IsAssignableFrom(type))
            return new(rows, OfDictionaries(rows));
        if (ColumnWriter.Takes(type) && !ColumnWriter.OnlyAsText(type))
            return new(rows, [new TableField("value", type, row => row)]);
        // A tuple keeps its items in fields.
        IEnumerable<MemberInfo> members = typeof(ITuple).IsAssignableFrom(type) && type.IsValueType
            ? type.GetFields()
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0);
        return new(rows, [.. members.Select(TableField.Of).Where(field => ColumnWriter.Takes(field.Type))]);
    }

    private static TableField[] OfDictionaries(object[] rows) =>
    [
        .. from key in rows.Cast<IDictionary>().SelectMany(row => row.Keys.Cast<object>()).Distinct()
           let first = rows.Cast<IDictionary>().Select(row => row.Contains(key) ? row[key] : null).FirstOrDefault(value => value is not null)
           select new TableField(key.ToString()!, first?.GetType() ?? typeof(string), row => ((IDictionary)row).Contains(key) ? ((IDictionary)row)[key] : null),
    ];

    private static Type ItemType(IEnumerable sequence) => sequence.GetType().GetInterfaces().Append(sequence.GetType())
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(type => type.GetGenericArguments()[0])
        .FirstOrDefault() ?? typeof(object);
}
