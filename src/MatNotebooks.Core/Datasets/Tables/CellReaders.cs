namespace MatNotebooks.Datasets.Tables;

/// <summary>Which reader takes which type: numbers as they are, decimals, dates, texts, lists as arrays, structs as dictionaries.</summary>
internal static class CellReaders
{
    private static readonly DateTime Epoch = DateTime.UnixEpoch;

    /// <exception cref="NotSupportedException">The type has no form in .NET; the message says what to cast it to.</exception>
    public static CellReader Of(LogicalType type) => type.Id switch
    {
        DuckType.Boolean => Fixed<bool>(type),
        DuckType.TinyInt => Fixed<sbyte>(type),
        DuckType.SmallInt => Fixed<short>(type),
        DuckType.Integer => Fixed<int>(type),
        DuckType.BigInt => Fixed<long>(type),
        DuckType.HugeInt => Fixed<Int128>(type),
        DuckType.UTinyInt => Fixed<byte>(type),
        DuckType.USmallInt => Fixed<ushort>(type),
        DuckType.UInteger => Fixed<uint>(type),
        DuckType.UBigInt => Fixed<ulong>(type),
        DuckType.UHugeInt => Fixed<UInt128>(type),
        DuckType.Float => Fixed<float>(type),
        DuckType.Double => Fixed<double>(type),
        DuckType.Decimal => new CellReader<decimal>(type, (vector, row) => DecimalOf(type, vector, row)),
        DuckType.Varchar => new CellReader<string>(type, (vector, row) => vector.Text(row)),
        DuckType.Enum => new CellReader<string>(type, (vector, row) => type.Words[EnumIndex(type, vector, row)]),
        DuckType.Blob => new CellReader<byte[]>(type, (vector, row) => vector.Bytes(row).ToArray()),
        DuckType.Bit => new CellReader<string>(type, (vector, row) => Bits(vector.Bytes(row))),
        // Stored with its highest bit turned, so that UUIDs sort as numbers.
        DuckType.Uuid => new CellReader<Guid>(type, (vector, row) => GuidOf(vector.At<UInt128>(row) ^ (UInt128.One << 127))),
        DuckType.List or DuckType.Array or DuckType.Map or DuckType.Struct => Nested(type),
        DuckType.SqlNull => new CellReader<object>(type, (_, _) => ""), // every value is NULL
        _ => Moment(type),
    };

    private static CellReader Moment(LogicalType type) => type.Id switch
    {
        DuckType.Date => new CellReader<DateOnly>(type, (vector, row) => DateOnly.FromDateTime(After(vector.At<int>(row) * TimeSpan.TicksPerDay))),
        DuckType.Time => new CellReader<TimeOnly>(type, (vector, row) => new(Math.Min(vector.At<long>(row) * 10, TimeOnly.MaxValue.Ticks))),
        DuckType.TimestampS => new CellReader<DateTime>(type, (vector, row) => After(Times(vector.At<long>(row), TimeSpan.TicksPerSecond))),
        DuckType.TimestampMs => new CellReader<DateTime>(type, (vector, row) => After(Times(vector.At<long>(row), TimeSpan.TicksPerMillisecond))),
        DuckType.Timestamp => new CellReader<DateTime>(type, (vector, row) => After(Times(vector.At<long>(row), TimeSpan.TicksPerMicrosecond))),
        DuckType.TimestampNs => new CellReader<DateTime>(type, (vector, row) => After(vector.At<long>(row) / 100)),
        DuckType.TimestampZoned => new CellReader<DateTimeOffset>(
            type, (vector, row) => new(After(Times(vector.At<long>(row), TimeSpan.TicksPerMicrosecond)), TimeSpan.Zero)),
        DuckType.Interval => new CellReader<SqlInterval>(type, (vector, row) => IntervalOf(vector, row)),
        _ => throw new NotSupportedException($"a column of type {type} has no form here; write CAST(... AS VARCHAR)"),
    };

    private static CellReader Nested(LogicalType type)
    {
        var children = type.Children.Select(Of).ToArray();
        switch (type.Id)
        {
            case DuckType.Map:
                var (key, value) = (Of(type.Children[0].Children[0]), Of(type.Children[0].Children[1]));
                return new CellReader<IReadOnlyDictionary<object, object?>>(type, (vector, row) =>
                {
                    var (items, from, count) = vector.List(row);
                    var (keys, values) = (items.Field(0), items.Field(1));
                    return Enumerable.Range(from, count).ToDictionary(at => key.Value(keys, at)!, at => value.Value(values, at));
                });
            case DuckType.Struct:
                return new CellReader<IReadOnlyDictionary<string, object?>>(type, (vector, row) =>
                {
                    var view = vector;
                    return Enumerable.Range(0, children.Length).ToDictionary(at => type.Names[at], at => children[at].Value(view.Field(at), row));
                });
            case DuckType.Array:
                return Lists(type, children[0], vector => (row => (vector.ArrayItems(), row * type.ArraySize, type.ArraySize)));
            default:
                return Lists(type, children[0], vector => (row => vector.List(row)));
        }
    }

    // The column's type is the array's own: double[], string[], long?[].
    private static CellReader Lists(LogicalType type, CellReader items, Func<VectorView, Func<int, (VectorView, int, int)>> places) =>
        (CellReader)typeof(CellReaders).GetMethod(nameof(ListsOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(items.ArrayType).Invoke(null, [type, items, places])!;

    private static CellReader<TArray> ListsOf<TArray>(LogicalType type, CellReader items, Func<VectorView, Func<int, (VectorView, int, int)>> places) =>
        new(type, (vector, row) =>
        {
            var (view, from, count) = places(vector)(row);
            return (TArray)(object)items.Values(view, from, count);
        });

    private static CellReader<T> Fixed<T>(LogicalType type)
        where T : unmanaged => new(type, (vector, row) => vector.At<T>(row));

    private static decimal DecimalOf(LogicalType type, VectorView vector, int row)
    {
        var whole = type.Storage switch
        {
            DuckType.SmallInt => vector.At<short>(row),
            DuckType.Integer => vector.At<int>(row),
            DuckType.BigInt => vector.At<long>(row),
            _ => vector.At<Int128>(row),
        };
        var scale = type.Decimal.Scale;
        for (; scale > 28; scale--)
            whole /= 10;
        var size = Int128.Abs(whole);
        if (size >> 96 != 0)
            throw new OverflowException($"a value of type {type} has more digits than .NET's decimal; write CAST(... AS DOUBLE)");
        return new decimal((int)(uint)(size & 0xFFFFFFFF), (int)(uint)((size >> 32) & 0xFFFFFFFF), (int)(uint)(size >> 64), whole < 0, (byte)scale);
    }

    private static int EnumIndex(LogicalType type, VectorView vector, int row) => type.Storage switch
    {
        DuckType.UTinyInt => vector.At<byte>(row),
        DuckType.USmallInt => vector.At<ushort>(row),
        _ => (int)vector.At<uint>(row),
    };

    // The first byte says how many bits of the second do not count.
    private static string Bits(ReadOnlySpan<byte> bytes)
    {
        var text = string.Concat(bytes[1..].ToArray().Select(part => Convert.ToString(part, 2).PadLeft(8, '0')));
        return text[bytes[0]..];
    }

    private static Guid GuidOf(UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return new(bytes, bigEndian: true);
    }

    private static SqlInterval IntervalOf(VectorView vector, int row) => new(
        vector.At<int>(4 * row), vector.At<int>((4 * row) + 1), TimeSpan.FromTicks(Times(vector.At<long>((2 * row) + 1), TimeSpan.TicksPerMicrosecond)));

    // DuckDB's infinities and years beyond .NET's become its first and last moment.
    private static DateTime After(long ticks) =>
        ticks > (DateTime.MaxValue - Epoch).Ticks ? DateTime.MaxValue
        : ticks < (DateTime.MinValue - Epoch).Ticks ? DateTime.MinValue
        : new(Epoch.Ticks + ticks);

    private static long Times(long value, long factor)
    {
        var product = (Int128)value * factor;
        return (long)Int128.Clamp(product, long.MinValue, long.MaxValue);
    }
}
