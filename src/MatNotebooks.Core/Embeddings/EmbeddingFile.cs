using System.IO.Compression;
using System.Text.Json;

namespace MatNotebooks.Embeddings;

/// <summary>A table of embeddings as one compressed file: a line of JSON (name, parts, ids), then the vectors as float32, row by row.</summary>
public static class EmbeddingFile
{
    private const string Format = "MatNotebooks embeddings 1";

    /// <summary>Writes a table; a file that was there is replaced when the new one is whole.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, EmbeddingTable table)
    {
        var fresh = path + ".new";
        using (var stream = new BrotliStream(File.Create(fresh), CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(JsonSerializer.Serialize(new Head(Format, table.Name, table.Dimensions, [.. table.Parts], [.. table.Ids])));
            foreach (var vector in table.Vectors)
                foreach (var value in vector) writer.Write(value);
        }
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It holds no embeddings, or is broken.</exception>
    public static EmbeddingTable Read(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            using var reader = new BinaryReader(new BrotliStream(file, CompressionMode.Decompress));
            var head = JsonSerializer.Deserialize<Head>(reader.ReadString());
            if (head?.Format != Format) throw new InvalidDataException($"its format is '{head?.Format}'");
            var vectors = new float[head.Ids.Length][];
            for (var row = 0; row < vectors.Length; row++)
            {
                vectors[row] = new float[head.Dimensions];
                for (var place = 0; place < head.Dimensions; place++) vectors[row][place] = reader.ReadSingle();
            }
            return new(head.Name, head.Ids, vectors, head.Parts);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException or JsonException or EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path} holds no embeddings that can be read ({wrong.Message}); write it with EmbeddingFile.Write.", wrong);
        }
    }

    private sealed record Head(string Format, string Name, int Dimensions, EmbeddingPart[] Parts, string[] Ids);
}
