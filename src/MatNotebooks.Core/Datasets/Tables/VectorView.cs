using System.Text;
using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>The memory of one vector of a chunk: up to 2048 values and which of them are NULL.</summary>
internal readonly unsafe struct VectorView
{
    private readonly nint vector;
    private readonly byte* data;
    private readonly ulong* validity;

    public VectorView(nint vector)
    {
        this.vector = vector;
        data = (byte*)VectorData(vector);
        validity = VectorValidity(vector);
    }

    public bool IsNull(int row) => validity != null && (validity[row / 64] >> (row % 64) & 1) == 0;

    public T At<T>(int row)
        where T : unmanaged => ((T*)data)[row];

    /// <summary>duckdb_string_t: a length, then up to 12 bytes in place, or four of them and a pointer.</summary>
    public ReadOnlySpan<byte> Bytes(int row)
    {
        var at = data + (16L * row);
        var length = (int)*(uint*)at;
        return new(length <= 12 ? at + 4 : *(byte**)(at + 8), length);
    }

    public string Text(int row) => Encoding.UTF8.GetString(Bytes(row));

    /// <summary>The items of a list and where those of this row lie among them.</summary>
    public (VectorView Items, int From, int Count) List(int row) =>
        (new(ListChild(vector)), (int)At<ulong>(2 * row), (int)At<ulong>((2 * row) + 1));

    public VectorView ArrayItems() => new(ArrayChild(vector));

    public VectorView Field(int index) => new(StructChild(vector, (ulong)index));
}
