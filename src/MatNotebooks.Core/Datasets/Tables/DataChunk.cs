using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Up to 2048 rows of a result.</summary>
internal sealed class DataChunk(nint handle) : IDisposable
{
    private nint handle = handle;

    public int Rows => (int)ChunkSize(handle);

    public VectorView Column(int place) => new(ChunkVector(handle, (ulong)place));

    public void Dispose() => DestroyChunk(ref handle);
}
