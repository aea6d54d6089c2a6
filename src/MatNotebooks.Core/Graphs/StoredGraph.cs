using System.Runtime.InteropServices;
using System.Text;

namespace MatNotebooks.Graphs;

/// <summary>A graph as bytes: numbers of atoms and edges, volume, then its arrays as they lie in memory, then its name.</summary>
internal static class StoredGraph
{
    private const int Head = (2 * sizeof(int)) + sizeof(double);

    public static byte[] Write(CrystalGraph graph)
    {
        var name = graph.Id is null ? [] : Encoding.UTF8.GetBytes(graph.Id);
        var bytes = new byte[Head + (sizeof(int) * (graph.Atoms + graph.FirstEdge.Length + (5 * graph.Edges))) + name.Length];
        BitConverter.TryWriteBytes(bytes, graph.Atoms);
        BitConverter.TryWriteBytes(bytes.AsSpan(sizeof(int)), graph.Edges);
        BitConverter.TryWriteBytes(bytes.AsSpan(2 * sizeof(int)), graph.Volume);
        var rest = bytes.AsSpan(Head);
        Put(graph.AtomicNumbers, ref rest);
        Put(graph.FirstEdge, ref rest);
        Put(graph.Senders, ref rest);
        Put(graph.Distances, ref rest);
        Put(graph.Displacements, ref rest);
        name.CopyTo(rest);
        return bytes;
    }

    public static CrystalGraph Read(ReadOnlySpan<byte> bytes)
    {
        var (atoms, edges, volume) = (BitConverter.ToInt32(bytes), BitConverter.ToInt32(bytes[sizeof(int)..]), BitConverter.ToDouble(bytes[(2 * sizeof(int))..]));
        var rest = bytes[Head..];
        var (numbers, first, senders) = (Take<int>(atoms, ref rest), Take<int>(atoms + 1, ref rest), Take<int>(edges, ref rest));
        var (distances, displacements) = (Take<float>(edges, ref rest), Take<float>(3 * edges, ref rest));
        return new(rest.IsEmpty ? null : Encoding.UTF8.GetString(rest), volume, numbers, first, senders, distances, displacements);
    }

    private static void Put<T>(T[] values, ref Span<byte> rest)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    private static T[] Take<T>(int count, ref ReadOnlySpan<byte> rest)
        where T : unmanaged
    {
        var values = new T[count];
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        rest[..bytes.Length].CopyTo(bytes);
        rest = rest[bytes.Length..];
        return values;
    }
}
