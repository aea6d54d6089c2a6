using System.Collections;

namespace MatNotebooks.Datasets.Tables;

/// <summary>What a query gave: typed columns, and rows that LINQ can use.</summary>
public sealed class SqlTable : IReadOnlyList<SqlRow>
{
    private readonly Dictionary<string, SqlColumn> byName = new(StringComparer.OrdinalIgnoreCase);

    internal SqlTable(IReadOnlyList<SqlColumn> columns, bool isCut)
    {
        (Columns, IsCut) = (columns, isCut);
        foreach (var column in columns)
            byName.TryAdd(column.Name, column);
    }

    /// <summary>The columns, in the order of the query.</summary>
    public IReadOnlyList<SqlColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Columns.Count == 0 ? 0 : Columns[0].Count;

    /// <summary>Whether there were more rows than were asked for.</summary>
    public bool IsCut { get; }

    /// <summary>A row.</summary>
    public SqlRow this[int row] => new(this, row);

    /// <summary>A column by its name; upper and lower case do not differ, as in SQL.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public SqlColumn this[string column] => byName.TryGetValue(column, out var found) ? found : throw new KeyNotFoundException(
        $"There is no column '{column}'; there are {string.Join(", ", Columns.Select(one => one.Name))}.");

    /// <summary>A column as numbers, NaN for NULL.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="InvalidCastException">The column holds no numbers.</exception>
    public double[] Numbers(string column) => this[column].Numbers();

    /// <summary>The rows as records: each parameter of T's constructor takes the column of its name.</summary>
    /// <typeparam name="T">A record such as <c>record Row(string Formula, double? Gap);</c></typeparam>
    /// <exception cref="ArgumentException">A parameter has no column.</exception>
    /// <exception cref="InvalidCastException">A column is of another type, or has NULLs where the parameter has none.</exception>
    public IReadOnlyList<T> As<T>() => (IReadOnlyList<T>)RecordRows.Of(this, typeof(T), byPlace: false);

    /// <summary>The rows as objects of a type whose constructor takes the columns in their order.</summary>
    /// <param name="record">The type.</param>
    /// <returns>An array of the type.</returns>
    public Array ToArray(Type record) => RecordRows.Of(this, record, byPlace: true);

    /// <inheritdoc/>
    public IEnumerator<SqlRow> GetEnumerator()
    {
        for (var row = 0; row < Count; row++)
            yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>"3 rows: formula VARCHAR, gap DOUBLE".</summary>
    public override string ToString() =>
        $"{Count}{(IsCut ? "+" : "")} row{(Count == 1 ? "" : "s")}: {string.Join(", ", Columns.Select(column => $"{column.Name} {column.SqlType}"))}";
}
