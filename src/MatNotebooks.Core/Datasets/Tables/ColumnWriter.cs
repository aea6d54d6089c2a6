using System.Collections;
using System.Runtime.CompilerServices;
using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Puts one column of rows in memory into vectors.</summary>
/// <param name="sqlType">The type it gets in the table.</param>
internal abstract class ColumnWriter(string sqlType)
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;
    private const int DecimalDigits = 12; // after the point, of 38

    /// <summary>The type it gets in the table.</summary>
    public string SqlType => sqlType;

    /// <summary>Writes the column's values of some rows to a vector.</summary>
    public abstract void Write(ReadOnlySpan<object> rows, nint vector);

    /// <summary>Whether values of a type can be a column.</summary>
    public static bool Takes(Type type)
    {
        type = Plain(type);
        return type == typeof(string) || type == typeof(byte[]) || typeof(IFormattable).IsAssignableFrom(type) || type == typeof(bool) || type == typeof(char)
            || ItemType(type) is not null || OnlyAsText(type);
    }

    /// <summary>Whether values of a type are neither numbers, texts nor dates, but write themselves.</summary>
    public static bool OnlyAsText(Type type) =>
        Plain(type) is var plain && plain != typeof(string) && !typeof(IFormattable).IsAssignableFrom(plain) && !plain.IsPrimitive && ItemType(plain) is null &&
        plain.GetMethod(nameof(ToString), Type.EmptyTypes) is { } written && written.DeclaringType != typeof(object) &&
        written.DeclaringType != typeof(ValueType) && !written.IsDefined(typeof(CompilerGeneratedAttribute), false);

    /// <summary>The writer of a column.</summary>
    public static ColumnWriter Of(TableField field) => Type.GetTypeCode(Plain(field.Type)) switch
    {
        _ when Plain(field.Type).IsEnum => Texts(field),
        TypeCode.Boolean => new FixedWriter<bool>("BOOLEAN", field.Values<bool>()),
        TypeCode.SByte => new FixedWriter<sbyte>("TINYINT", field.Values<sbyte>()),
        TypeCode.Byte => new FixedWriter<byte>("UTINYINT", field.Values<byte>()),
        TypeCode.Int16 => new FixedWriter<short>("SMALLINT", field.Values<short>()),
        TypeCode.UInt16 => new FixedWriter<ushort>("USMALLINT", field.Values<ushort>()),
        TypeCode.Int32 => new FixedWriter<int>("INTEGER", field.Values<int>()),
        TypeCode.UInt32 => new FixedWriter<uint>("UINTEGER", field.Values<uint>()),
        TypeCode.Int64 => new FixedWriter<long>("BIGINT", field.Values<long>()),
        TypeCode.UInt64 => new FixedWriter<ulong>("UBIGINT", field.Values<ulong>()),
        TypeCode.Single => new FixedWriter<float>("FLOAT", field.Values<float>()),
        TypeCode.Double => new FixedWriter<double>("DOUBLE", field.Values<double>()),
        TypeCode.Decimal => new FixedWriter<Int128>($"DECIMAL(38,{DecimalDigits})", Converted<decimal, Int128>(field, Scaled)),
        TypeCode.DateTime => new FixedWriter<long>("TIMESTAMP", Converted<DateTime, long>(field, time => (time.Ticks - DateTime.UnixEpoch.Ticks) / TicksPerMicrosecond)),
        TypeCode.String => new TextWriter(field.References<string>()),
        _ => OfOther(field),
    };

    private static ColumnWriter OfOther(TableField field) => Plain(field.Type) switch
    {
        var type when type == typeof(Half) => new FixedWriter<float>("FLOAT", Converted<Half, float>(field, half => (float)half)),
        var type when type == typeof(Int128) => new FixedWriter<Int128>("HUGEINT", field.Values<Int128>()),
        var type when type == typeof(UInt128) => new FixedWriter<UInt128>("UHUGEINT", field.Values<UInt128>()),
        var type when type == typeof(DateOnly) => new FixedWriter<int>("DATE", Converted<DateOnly, int>(field, date => date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)),
        var type when type == typeof(TimeOnly) => new FixedWriter<long>("TIME", Converted<TimeOnly, long>(field, time => time.Ticks / TicksPerMicrosecond)),
        var type when type == typeof(DateTimeOffset) => new FixedWriter<long>("TIMESTAMPTZ", Converted<DateTimeOffset, long>(field, time => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TicksPerMicrosecond)),
        var type when type == typeof(TimeSpan) => new FixedWriter<StoredInterval>("INTERVAL", Converted<TimeSpan, StoredInterval>(field, span => new(0, 0, span.Ticks / TicksPerMicrosecond))),
        var type when type == typeof(byte[]) => new BlobWriter(field.References<byte[]>()),
        var type when ItemType(type) is { } item => Lists(field, item),
        _ => Texts(field),
    };

    private static ColumnWriter Lists(TableField field, Type item) => Type.GetTypeCode(item) switch
    {
        TypeCode.Double => new ListWriter<double>("DOUBLE[]", field.References<IEnumerable<double>>()),
        TypeCode.Single => new ListWriter<float>("FLOAT[]", field.References<IEnumerable<float>>()),
        TypeCode.Int32 => new ListWriter<int>("INTEGER[]", field.References<IEnumerable<int>>()),
        TypeCode.Int64 => new ListWriter<long>("BIGINT[]", field.References<IEnumerable<long>>()),
        TypeCode.Boolean => new ListWriter<bool>("BOOLEAN[]", field.References<IEnumerable<bool>>()),
        _ => new TextListWriter(field.References<IEnumerable<string>>()),
    };

    private static TextWriter Texts(TableField field) => new(row => field.Value(row) is { } value ? SqlText.Of(value) : null);

    private static Func<object, TStored?> Converted<T, TStored>(TableField field, Func<T, TStored> convert)
        where T : struct
        where TStored : struct
    {
        var values = field.Values<T>();
        return row => values(row) is { } value ? convert(value) : null;
    }

    private static Int128 Scaled(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(decimal.Round(number, DecimalDigits), bits);
        var size = ((Int128)(uint)bits[2] << 64) | ((Int128)(uint)bits[1] << 32) | (uint)bits[0];
        for (var scale = (bits[3] >> 16) & 0xFF; scale < DecimalDigits; scale++)
            size *= 10;
        return bits[3] < 0 ? -size : size;
    }

    /// <summary>duckdb_interval.</summary>
    private readonly record struct StoredInterval(int Months, int Days, long Microseconds);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    // Lists of the plainest types only: what else a property may enumerate is no value of a table.
    private static Type? ItemType(Type type) => type == typeof(string) || type == typeof(byte[]) ? null : type.GetInterfaces().Append(type)
        .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(one => one.GetGenericArguments()[0])
        .FirstOrDefault(item => item == typeof(double) || item == typeof(float) || item == typeof(int) || item == typeof(long) || item == typeof(bool) || item == typeof(string));
}
