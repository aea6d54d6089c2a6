using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using MatNotebooks.Crystals;
using Microsoft.Win32.SafeHandles;

namespace MatNotebooks.Graphs;

/// <summary>
/// Graphs in a file, each read when it is asked for: for sets that do not fit into memory. Some 20 bytes per edge on disk, 8 bytes per
/// graph in memory. Several threads may read.
/// </summary>
/// <remarks>
/// The file: a mark, the graphs one behind the other, the place of each, and where these places begin. It is written beside and renamed, so
/// that what lies there is whole.
/// </remarks>
public sealed class GraphStore : IReadOnlyList<CrystalGraph>, IDisposable
{
    private const int Chunk = 4096; // crystals whose graphs are made, in parallel, before they are written
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("MatNotebooks graphs 1\n");

    private readonly SafeFileHandle file;
    private readonly long[] places;

    private GraphStore(SafeFileHandle file, long[] places) => (this.file, this.places) = (file, places);

    /// <inheritdoc/>
    public int Count => places.Length - 1;

    /// <summary>Reads a graph.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such graph.</exception>
    public CrystalGraph this[int index]
    {
        get
        {
            if (index < 0 || index >= Count) throw new ArgumentOutOfRangeException(nameof(index), $"Graph {index} of {Count}; it must be from 0 to {Count - 1}.");
            var bytes = new byte[places[index + 1] - places[index]];
            Fill(file, bytes, places[index]);
            return StoredGraph.Read(bytes);
        }
    }

    /// <summary>Makes the graphs of crystals, a few thousand at a time, and writes them.</summary>
    /// <param name="path">The file; it is replaced.</param>
    /// <param name="crystals">The crystals, taken one by one.</param>
    /// <param name="options">Which atoms are neighbours.</param>
    /// <param name="parallel">How many threads, and cancellation. The default is one thread per core.</param>
    /// <exception cref="ArgumentException">A crystal that has no graph; the message names it.</exception>
    public static GraphStore Write(string path, IEnumerable<Crystal> crystals, GraphOptions options, ParallelOptions? parallel = null)
    {
        var part = path + ".part";
        using (var stream = File.Create(part))
        {
            stream.Write(Mark);
            var places = new List<long> { stream.Position };
            foreach (var chunk in crystals.Chunk(Chunk))
                foreach (var graph in CrystalGraph.OfMany(chunk, options, parallel))
                {
                    stream.Write(StoredGraph.Write(graph));
                    places.Add(stream.Position);
                }
            var table = stream.Position;
            stream.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(places)));
            stream.Write(BitConverter.GetBytes(table));
        }
        File.Move(part, path, overwrite: true);
        return Open(path);
    }

    /// <summary>Opens a file that <see cref="Write"/> wrote.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no file of graphs, or not whole.</exception>
    public static GraphStore Open(string path)
    {
        var file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            var length = RandomAccess.GetLength(file);
            var head = new byte[Mark.Length];
            if (length < Mark.Length + (2 * sizeof(long))) throw Broken(path);
            Fill(file, head, 0);
            var table = new byte[sizeof(long)];
            Fill(file, table, length - sizeof(long));
            var begin = BitConverter.ToInt64(table);
            var bytes = length - sizeof(long) - begin;
            if (!head.AsSpan().SequenceEqual(Mark) || begin < Mark.Length || bytes < sizeof(long) || bytes % sizeof(long) != 0) throw Broken(path);
            var places = new long[bytes / sizeof(long)];
            Fill(file, MemoryMarshal.AsBytes(places.AsSpan()), begin);
            return places[0] == Mark.Length && places[^1] == begin ? new(file, places) : throw Broken(path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<CrystalGraph> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static void Fill(SafeFileHandle file, Span<byte> bytes, long place)
    {
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(file, bytes[read..], place + read);
            if (more == 0) throw new InvalidDataException($"The file of graphs ends at byte {place + read}; write it again.");
            read += more;
        }
    }

    private static InvalidDataException Broken(string path) => new($"{path} is no whole file of graphs; write it again with {nameof(GraphStore)}.{nameof(Write)}.");
}
