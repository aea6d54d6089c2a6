using MatNotebooks.Crystals;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Embedders;

namespace MatNotebooks.Core.Tests.Frameworks.Edl;

public sealed class LatentEmbedderTests
{
    private static readonly Crystal[] Crystals =
    [
        .. from cation in new[] { "Li", "Na", "K", "Mg", "Ca" } from anion in new[] { "F", "Cl", "O", "S" } select Prototype.Rocksalt.Primitive(cation, anion, 4.2 + (0.1 * (cation.Length + anion.Length))),
    ];

    [Fact]
    public void Latents_tell_crystals_apart_and_a_file_keeps_them()
    {
        var embedder = LatentEmbedder.Learn(new ElementEmbedder(), Crystals, latents: 4, steps: 40);
        var table = embedder.Of([.. Crystals.Select((_, row) => $"{row}")], Crystals);
        Assert.Equal(4, table.Dimensions);
        Assert.Equal(Crystals.Length, table.WithoutDuplicates().Rows);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.emb");
        EmbeddingFile.Write(path, table);
        var read = EmbeddingFile.Read(path);
        Assert.Equal(table.Vectors, read.Vectors);
        Assert.Equal((table.Name, table.Ids[3], table.Parts[0]), (read.Name, read.Ids[3], read.Parts[0]));
        File.WriteAllText(path, "no embeddings");
        Assert.Contains("holds no embeddings that can be read", Assert.Throws<InvalidDataException>(() => EmbeddingFile.Read(path)).Message);
        File.Delete(path);
    }

    [Fact]
    public void Too_few_crystals_are_refused() =>
        Assert.Contains("2 crystals; an autoencoder needs at least 16", Assert.Throws<ArgumentException>(() => LatentEmbedder.Learn(new ElementEmbedder(), Crystals[..2])).Message);
}
