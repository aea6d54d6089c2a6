namespace MatNotebooks.Datasets.Tables;

/// <summary>A row of a query's result.</summary>
public readonly struct SqlRow
{
    private readonly SqlTable table;
    private readonly int row;

    internal SqlRow(SqlTable table, int row) => (this.table, this.row) = (table, row);

    /// <summary>A value by its column's name; null for NULL.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public object? this[string column] => table[column][row];

    /// <summary>A value by its column's place, from 0; null for NULL.</summary>
    public object? this[int column] => table.Columns[column][row];

    /// <summary>A value as the type it has.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="InvalidCastException">It is of another type, or NULL where T has no null.</exception>
    public T Get<T>(string column)
    {
        var of = table[column];
        return of[row] switch
        {
            T value => value,
            null when default(T) is null => default!,
            null => throw new InvalidCastException($"Column {column} is NULL in row {row}; ask for {typeof(T).Name}?."),
            _ => throw new InvalidCastException($"Column {column} is {of.SqlType}, whose values are {of.Type.Name}, not {typeof(T).Name}."),
        };
    }

    /// <summary>A number of any type; NaN for NULL.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public double Number(string column) => SqlColumn.Number(this[column]);

    /// <summary>Every column as "name = value".</summary>
    public override string ToString()
    {
        var at = row;
        return string.Join(", ", table.Columns.Select(column => $"{column.Name} = {SqlText.Of(column[at])}"));
    }
}
