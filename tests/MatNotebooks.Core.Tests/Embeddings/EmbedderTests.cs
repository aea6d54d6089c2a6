using MatNotebooks.Crystals;
using MatNotebooks.Embeddings;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Embeddings;

public sealed class EmbedderTests
{
    private static readonly GraphOptions Neighbors = new() { Cutoff = 5, MaxNeighbors = null };
    private static readonly Crystal[] Crystals = [Octet("Na", "Cl", 5.64), Octet("Mg", "O", 4.21), Octet("K", "Br", 6.6), Octet("Mg", "O", 4.5)];

    public static TheoryData<string> Networks => ["gem-ppm", "cgcnn", "schnet"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_says_layer_by_layer_what_it_knows_and_the_same_of_a_larger_cell(string name)
    {
        using var network = Network(name);
        var embedder = new NetworkEmbedder(name, network, Neighbors);
        var table = embedder.Of(["a", "b", "c", "d"], Crystals);
        Assert.Equal(table.Dimensions, table.Parts.Sum(part => part.Count));
        Assert.Equal(["composition", "structure"], table.Parts.Select(part => part.Modality).Distinct());
        Assert.Equal(table.Parts.Count - 1, table.Parts[^1].Layer);
        // What is made of the elements alone does not know the lattice constant; what is behind a layer does.
        var (near, far) = (table.Vectors[1], table.Vectors[3]);
        Assert.Equal(near[..table.Parts[0].Count], far[..table.Parts[0].Count]);
        Assert.NotEqual(near[table.Parts[1].First..], far[table.Parts[1].First..]);
        var large = embedder.Embed([Crystals[1].Supercell(2, 1, 1)])[0];
        for (var place = 0; place < large.Length; place++) Assert.Equal(near[place], large[place], 2e-4f);
    }

    [Fact]
    public void The_last_layer_of_gem_ppm_is_what_its_head_reads()
    {
        using var network = new GemPpmModel(new() { Width = 8, Layers = 2 });
        network.eval();
        var batch = GraphBatch.Of([CrystalGraph.Of(Crystals[0], Neighbors)]);
        using var read = network.Embed(batch);
        Assert.Equal(read.data<float>().ToArray(), network.EmbedLayers(batch)[^1].data<float>().ToArray());
    }

    [Fact]
    public void Embeddings_beside_each_other_keep_their_parts()
    {
        var joined = new JoinedEmbedder("both", [new ElementEmbedder(), new StructureEmbedder()]);
        var table = joined.Of(["a", "b", "c", "d"], Crystals);
        Assert.Equal(["element statistics", "structure descriptors, geometry", "structure descriptors, radial distribution"], table.Parts.Select(part => part.Name));
        Assert.Equal(new ElementEmbedder().Embed(Crystals)[2], table.Vectors[2][..table.Parts[1].First]);
        Assert.Equal(new StructureEmbedder().Embed(Crystals)[2], table.Vectors[2][table.Parts[1].First..]);
        Assert.NotEmpty(table.ConstantDimensions);
        Assert.Empty(table.WithoutConstantDimensions().ConstantDimensions);
    }

    [Fact]
    public void Copies_are_left_out_by_what_they_are_and_refused_by_name()
    {
        var table = new EmbeddingTable("x", ["a", "b", "c"], [[1, 2], [1, 2], [2, 1]]);
        Assert.Equal(["a", "c"], table.WithoutDuplicates().Ids);
        Assert.Contains("2 crystals of the embedding x have the id 'a'", Refusal(() => new EmbeddingTable("x", ["a", "a"], [[1], [2]])));
    }

    [Fact]
    public void Bad_vectors_are_refused_by_the_crystal_and_the_place()
    {
        Assert.Contains("of b holds NaN in dimension 1", Refusal(() => new EmbeddingTable("x", ["a", "b"], [[1, 2], [3, float.NaN]])));
        Assert.Contains("b has 1 numbers, that of a has 2", Refusal(() => new EmbeddingTable("x", ["a", "b"], [[1, 2], [3]])));
        Assert.Contains("2 vectors and 1 ids", Refusal(() => new EmbeddingTable("x", ["a"], [[1], [3]])));
        Assert.Contains("has no crystal", Refusal(() => new EmbeddingTable("x", [], [])));
        Assert.Contains("cover 1 of its 2", Refusal(() => new EmbeddingTable("x", ["a"], [[1, 2]], [new("p", "structure", 0, 0, 1)])));
        Assert.Contains("All 1 dimensions of the embedding x are the same", Refusal(() => new EmbeddingTable("x", ["a", "b"], [[1], [1]]).WithoutConstantDimensions()));
    }

    [Fact]
    public void A_network_without_layers_or_with_conditions_is_refused()
    {
        using var composition = new CompositionModel(new());
        Assert.Contains("composition shows no layers", Refusal(() => new NetworkEmbedder("x", composition, Neighbors)));
        using var conditioned = new GemPpmModel(new() { Width = 8, Conditions = 1 });
        Assert.Contains("reads 1 conditions", Refusal(() => new NetworkEmbedder("x", conditioned, Neighbors)));
    }

    private static string Refusal(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;

    private static PropertyModel Network(string name) => name switch
    {
        "gem-ppm" => new GemPpmModel(new() { Width = 8, Layers = 2, Distances = new AngstromDistances { Cutoff = 5 } }),
        "cgcnn" => new CgcnnModel(new() { Width = 8, Layers = 2, Distances = new AngstromDistances { Cutoff = 5 } }),
        _ => new SchNetModel(new() { Width = 8, Layers = 2, Distances = new AngstromDistances { Cutoff = 5 } }),
    };

    private static Crystal Octet(string first, string second, double edge) => Prototype.Rocksalt.Primitive(first, second, edge);
}
