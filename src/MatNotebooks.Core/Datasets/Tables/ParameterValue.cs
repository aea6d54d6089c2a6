using System.Collections;
using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Values of .NET as DuckDB takes them for $name and ?.</summary>
internal static class ParameterValue
{
    /// <summary>A handle that the caller destroys.</summary>
    /// <exception cref="SqlException">The value is of a type SQL has no form for.</exception>
    public static unsafe nint Create(object? value, string sql) => value switch
    {
        null => CreateNull(),
        bool flag => CreateBool(flag),
        ulong whole => CreateUInt64(whole),
        sbyte or byte or short or ushort or int or uint or long => CreateInt64(Convert.ToInt64(value)),
        float or double => CreateDouble(Convert.ToDouble(value)),
        decimal number => CreateDecimal(Exact(number)),
        string text => CreateText(text),
        char or Enum or Guid => CreateText(value.ToString()!),
        DateOnly date => CreateDate(date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
        DateTime time => CreateTimestamp((time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond),
        DateTimeOffset time => CreateTimestampZoned((time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond),
        IEnumerable items => ListOf([.. items.Cast<object?>()], sql),
        _ => throw new SqlException($"A parameter is a {value.GetType().Name}, which SQL has no form for; give a number, a text, a date or a list of them.", sql),
    };

    private static unsafe nint ListOf(object?[] items, string sql)
    {
        var type = CreateType(items.FirstOrDefault(item => item is not null) switch
        {
            null or double or float => DuckType.Double,
            bool => DuckType.Boolean,
            string or char or Enum or Guid => DuckType.Varchar,
            sbyte or byte or short or ushort or int or uint or long => DuckType.BigInt,
            var other => throw new SqlException($"A parameter is a list of {other.GetType().Name}; give numbers or texts.", sql),
        });
        var values = Array.ConvertAll(items, item => Create(item, sql));
        try
        {
            fixed (nint* first = values)
                return CreateList(type, first, (ulong)values.Length);
        }
        finally
        {
            DestroyType(ref type);
            for (var i = 0; i < values.Length; i++)
                DestroyValue(ref values[i]);
        }
    }

    private static DecimalValue Exact(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var size = ((Int128)(uint)bits[2] << 64) | ((Int128)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[3] < 0)
            size = -size;
        return new DecimalValue { Width = 38, Scale = (byte)(bits[3] >> 16), Low = (ulong)size, High = (long)(size >> 64) };
    }
}
