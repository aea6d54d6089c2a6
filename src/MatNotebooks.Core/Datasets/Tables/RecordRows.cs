using System.Reflection;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Rows of a result as objects of a type, made by its widest constructor.</summary>
internal static class RecordRows
{
    /// <summary>An array of the type.</summary>
    /// <param name="table">The result.</param>
    /// <param name="type">The type.</param>
    /// <param name="byPlace">Whether parameters take columns by their place rather than by their name.</param>
    public static Array Of(SqlTable table, Type type, bool byPlace)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(one => one.GetParameters().Length)
            ?? throw new ArgumentException($"{type.Name} has no public constructor; take a record such as record Row(string Formula, double Gap);");
        var parameters = constructor.GetParameters();
        var columns = parameters.Select((parameter, place) => byPlace ? table.Columns[place] : ColumnOf(parameter, table, type)).ToArray();
        var make = ConstructorInvoker.Create(constructor);
        var rows = Array.CreateInstance(type, table.Count);
        var values = new object?[parameters.Length];
        for (var row = 0; row < table.Count; row++)
        {
            for (var place = 0; place < values.Length; place++)
                values[place] = Fit(columns[place], row, parameters[place].ParameterType);
            rows.SetValue(make.Invoke(values.AsSpan()), row);
        }
        return rows;
    }

    private static SqlColumn ColumnOf(ParameterInfo parameter, SqlTable table, Type type) =>
        table.Columns.FirstOrDefault(column => Plain(column.Name) == Plain(parameter.Name!)) ?? throw new ArgumentException(
            $"{type.Name} asks for '{parameter.Name}', and the result has {string.Join(", ", table.Columns.Select(column => column.Name))}; name a column so with AS.");

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static object? Fit(SqlColumn column, int row, Type wanted)
    {
        var type = Nullable.GetUnderlyingType(wanted) ?? wanted;
        switch (column[row])
        {
            case null when wanted.IsValueType && Nullable.GetUnderlyingType(wanted) is null:
                throw new InvalidCastException($"Column {column.Name} is NULL in row {row}, and {wanted.Name} has no NULL; declare it {wanted.Name}?.");
            case null:
                return null;
            case var value when type.IsInstanceOfType(value):
                return value;
            case var value when type == typeof(double):
                return SqlColumn.Number(value);
            case IConvertible value when type.IsPrimitive || type == typeof(decimal):
                return Convert.ChangeType(value, type);
            case Int128 value when type == typeof(long):
                return checked((long)value);
            case Int128 value when type == typeof(int):
                return checked((int)value);
            default:
                throw new InvalidCastException($"Column {column.Name} is {column.SqlType}, whose values are {column.Type.Name}, not {type.Name}.");
        }
    }
}
