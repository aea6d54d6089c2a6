namespace MatNotebooks.Datasets.Tables;

/// <summary>Takes values of one type out of vectors into a column.</summary>
internal abstract class CellReader
{
    /// <summary>A new, empty column for what this reads.</summary>
    public abstract SqlColumn NewColumn(string name);

    /// <summary>Adds the first rows of a vector to a column that this made.</summary>
    public abstract void Read(VectorView vector, int rows, SqlColumn column);

    /// <summary>One value; null for NULL.</summary>
    public abstract object? Value(VectorView vector, int row);

    /// <summary>Some values following each other, as an array: NaN for NULL where the type has it, else nullable.</summary>
    public abstract Array Values(VectorView vector, int from, int count);

    /// <summary>The type of such arrays.</summary>
    public abstract Type ArrayType { get; }
}

/// <summary>Takes values that become T.</summary>
internal sealed class CellReader<T>(LogicalType type, CellReader<T>.Cell cell) : CellReader
{
    /// <summary>Reads a value that is not NULL.</summary>
    public delegate T Cell(VectorView vector, int row);

    public override Type ArrayType => ArrayOf().GetType();

    public override SqlColumn NewColumn(string name) => new SqlColumn<T>(name, type.ToString());

    public override void Read(VectorView vector, int rows, SqlColumn column)
    {
        var values = (SqlColumn<T>)column;
        for (var row = 0; row < rows; row++)
        {
            if (vector.IsNull(row))
                values.AddNull();
            else
                values.Add(cell(vector, row));
        }
    }

    public override object? Value(VectorView vector, int row) => vector.IsNull(row) ? null : cell(vector, row);

    public override Array Values(VectorView vector, int from, int count)
    {
        var values = ArrayOf(count);
        for (var i = 0; i < count; i++)
        {
            if (!vector.IsNull(from + i))
                values.SetValue(cell(vector, from + i), i);
            else if (values is double[] reals)
                reals[i] = double.NaN;
            else if (values is float[] singles)
                singles[i] = float.NaN;
        }
        return values;
    }

    private static Array ArrayOf(int count = 0) => typeof(T) == typeof(double) || typeof(T) == typeof(float) || !typeof(T).IsValueType
        ? new T[count]
        : Array.CreateInstance(typeof(Nullable<>).MakeGenericType(typeof(T)), count);
}
