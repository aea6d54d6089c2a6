namespace MatNotebooks.Datasets.Tables;

/// <summary>A column of a query's result.</summary>
public abstract class SqlColumn
{
    private protected SqlColumn(string name, string sqlType) => (Name, SqlType) = (name, sqlType);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its type in SQL, such as "DOUBLE" or "DECIMAL(10,2)".</summary>
    public string SqlType { get; }

    /// <summary>The .NET type of its values; NULL is null.</summary>
    public abstract Type Type { get; }

    /// <summary>How many rows it has.</summary>
    public abstract int Count { get; }

    /// <summary>Whether any value is NULL.</summary>
    public abstract bool HasNulls { get; }

    /// <summary>A value; null for NULL.</summary>
    public abstract object? this[int row] { get; }

    /// <summary>A value as text: lists in brackets, NULL as nothing.</summary>
    public string TextOf(int row) => this[row] is { } value ? SqlText.Of(value) : "";

    /// <summary>The values as a typed array.</summary>
    /// <typeparam name="T">The column's <see cref="Type"/>, or its nullable form.</typeparam>
    /// <exception cref="InvalidCastException">The values are of another type, or NULL where T has no null.</exception>
    public IReadOnlyList<T> Values<T>()
    {
        if (Type != (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) && typeof(T) != typeof(object))
            throw new InvalidCastException($"Column {Name} is {SqlType}, whose values are {Type.Name}, not {typeof(T).Name}; take those, or CAST in the query.");
        if (HasNulls && typeof(T).IsValueType && Nullable.GetUnderlyingType(typeof(T)) is null)
            throw new InvalidCastException($"Column {Name} has NULLs; take {typeof(T).Name}?, or coalesce in the query.");
        return [.. Enumerable.Range(0, Count).Select(row => (T)this[row]!)];
    }

    /// <summary>The values as numbers, NaN for NULL.</summary>
    /// <exception cref="InvalidCastException">The column holds no numbers.</exception>
    public double[] Numbers()
    {
        if (!Type.IsPrimitive && Type != typeof(decimal) && Type != typeof(Int128) && Type != typeof(UInt128))
            throw new InvalidCastException($"Column {Name} is {SqlType}, which holds no numbers.");
        return [.. Enumerable.Range(0, Count).Select(row => Number(this[row]))];
    }

    internal static double Number(object? value) => value switch
    {
        null => double.NaN,
        Int128 whole => (double)whole,
        UInt128 whole => (double)whole,
        _ => Convert.ToDouble(value),
    };
}

/// <summary>A column whose values lie in one array.</summary>
internal sealed class SqlColumn<T>(string name, string sqlType) : SqlColumn(name, sqlType)
{
    private readonly List<T> values = [];
    private readonly List<int> nulls = []; // rows, ascending

    public override Type Type => typeof(T);

    public override int Count => values.Count;

    public override bool HasNulls => nulls.Count > 0;

    public override object? this[int row] => nulls.Count > 0 && nulls.BinarySearch(row) >= 0 ? null : values[row];

    public void Add(T value) => values.Add(value);

    public void AddNull()
    {
        nulls.Add(values.Count);
        values.Add(default!);
    }
}
