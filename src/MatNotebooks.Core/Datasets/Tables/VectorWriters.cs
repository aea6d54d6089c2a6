using System.Text;
using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Writes to the memory of a vector.</summary>
internal static unsafe class VectorWriters
{
    public static void SetNull(nint vector, int row)
    {
        MakeValidityWritable(vector);
        VectorValidity(vector)[row / 64] &= ~(1UL << (row % 64));
    }

    public static void SetText(nint vector, int row, string text)
    {
        const int OnStack = 512;
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = longest <= OnStack ? stackalloc byte[OnStack] : new byte[longest];
        SetBytes(vector, row, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    public static void SetBytes(nint vector, int row, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            byte none = 0;
            AssignText(vector, (ulong)row, first is null ? &none : first, (ulong)bytes.Length);
        }
    }
}

/// <summary>Values of one size.</summary>
internal sealed unsafe class FixedWriter<T>(string sqlType, Func<object, T?> value) : ColumnWriter(sqlType)
    where T : unmanaged
{
    public override void Write(ReadOnlySpan<object> rows, nint vector)
    {
        var data = (T*)VectorData(vector);
        for (var row = 0; row < rows.Length; row++)
        {
            if (value(rows[row]) is { } one)
                data[row] = one;
            else
                VectorWriters.SetNull(vector, row);
        }
    }
}

/// <summary>Texts.</summary>
internal sealed class TextWriter(Func<object, string?> value) : ColumnWriter("VARCHAR")
{
    public override void Write(ReadOnlySpan<object> rows, nint vector)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (value(rows[row]) is { } text)
                VectorWriters.SetText(vector, row, text);
            else
                VectorWriters.SetNull(vector, row);
        }
    }
}

/// <summary>Bytes.</summary>
internal sealed class BlobWriter(Func<object, byte[]?> value) : ColumnWriter("BLOB")
{
    public override void Write(ReadOnlySpan<object> rows, nint vector)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (value(rows[row]) is { } bytes)
                VectorWriters.SetBytes(vector, row, bytes);
            else
                VectorWriters.SetNull(vector, row);
        }
    }
}

/// <summary>Lists, whose items lie one after the other in a vector of their own.</summary>
internal abstract unsafe class ItemsWriter<TItem>(string sqlType, Func<object, IEnumerable<TItem>?> value) : ColumnWriter(sqlType)
{
    public override void Write(ReadOnlySpan<object> rows, nint vector)
    {
        var items = new List<TItem>();
        var entries = (ulong*)VectorData(vector);
        for (var row = 0; row < rows.Length; row++)
        {
            var from = items.Count;
            if (value(rows[row]) is { } list)
                items.AddRange(list);
            else
                VectorWriters.SetNull(vector, row);
            (entries[2 * row], entries[(2 * row) + 1]) = ((ulong)from, (ulong)(items.Count - from));
        }
        _ = ReserveList(vector, (ulong)items.Count);
        _ = SetListSize(vector, (ulong)items.Count);
        WriteItems(items, ListChild(vector));
    }

    protected abstract void WriteItems(List<TItem> items, nint vector);
}

/// <summary>Lists of values of one size.</summary>
internal sealed unsafe class ListWriter<T>(string sqlType, Func<object, IEnumerable<T>?> value) : ItemsWriter<T>(sqlType, value)
    where T : unmanaged
{
    protected override void WriteItems(List<T> items, nint vector)
    {
        var data = (T*)VectorData(vector);
        for (var i = 0; i < items.Count; i++)
            data[i] = items[i];
    }
}

/// <summary>Lists of texts.</summary>
internal sealed class TextListWriter(Func<object, IEnumerable<string>?> value) : ItemsWriter<string>("VARCHAR[]", value)
{
    protected override void WriteItems(List<string> items, nint vector)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { } text)
                VectorWriters.SetText(vector, i, text);
            else
                VectorWriters.SetNull(vector, i);
        }
    }
}
