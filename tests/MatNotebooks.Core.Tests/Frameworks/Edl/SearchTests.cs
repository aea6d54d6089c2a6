using System.Numerics;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;
using MatNotebooks.Frameworks.Edl.Search;

namespace MatNotebooks.Core.Tests.Frameworks.Edl;

public sealed class SearchTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(3)]
    public void A_search_by_bits_finds_what_looking_at_each_finds(int bytes)
    {
        var codes = new byte[300_000 / 16 * bytes];
        new Random(1).NextBytes(codes);
        var query = codes[(7 * bytes)..(8 * bytes)];
        query[0] ^= 5;
        var found = new HammingIndex(codes, bytes).Search(query, 9);
        var expected = Enumerable.Range(0, codes.Length / bytes)
            .Select(row => new SearchHit(row, Enumerable.Range(0, bytes).Sum(place => BitOperations.PopCount((uint)(codes[(row * bytes) + place] ^ query[place])))))
            .OrderBy(hit => hit.Distance).ThenBy(hit => hit.Row).Take(9);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_search_by_table_finds_the_codes_whose_vectors_are_nearest()
    {
        var table = OperatorTests.Table;
        var codec = new RotatedQuantisationOperator().Fit(table, 4);
        byte[] codes = [.. table.Vectors.SelectMany(vector => codec.Encode(vector))];
        var index = new ProductIndex(codec, codes);
        var scale = EmbeddingScale.Of(table);
        var query = scale.Apply(table.Vectors[3]);
        var expected = Enumerable.Range(0, table.Rows)
            .OrderBy(row => Codebook.SquaredDistance(query, scale.Apply(codec.Decode(codes.AsSpan(4 * row, 4))))).ThenBy(row => row).Take(6).ToArray();
        var found = index.Search(table.Vectors[3], 6);
        Assert.Equal(expected, found.Select(hit => hit.Row));
        Assert.Equal(Codebook.SquaredDistance(query, scale.Apply(codec.Decode(codes.AsSpan(4 * expected[2], 4)))), found[2].Distance, 1e-3f);
        // In all lists it is the same; in some, nothing nearer can be found.
        Assert.Equal(found, index.SearchNearLists(table.Vectors[3], 6, share: 1));
        var near = index.SearchNearLists(table.Vectors[3], 6, share: 0.3);
        Assert.All(near.Zip(found), pair => Assert.True(pair.First.Distance >= pair.Second.Distance));
        Assert.Equal(found[0], near[0]);
    }

    [Fact]
    public void A_crystal_is_most_like_itself_and_then_like_its_compound_in_another_structure()
    {
        string[] cations = ["Li", "Na", "K", "Rb"], anions = ["F", "Cl", "Br", "I"];
        StructureRecord[] records =
        [
            .. from prototype in new[] { Prototype.Rocksalt, Prototype.Zincblende }
               from cation in cations
               from anion in anions
               select new StructureRecord($"{cation}{anion}-{prototype}", prototype.Primitive(cation, anion, 4.2 + (0.4 * Array.IndexOf(cations, cation)) + (0.3 * Array.IndexOf(anions, anion))), new Dictionary<string, System.Text.Json.JsonElement>()),
        ];
        var search = SimilaritySearch.Of(records);
        var found = search.Find(records[5].Crystal, 4);
        Assert.Equal((records[5].Id, 0), (found[0].Id, found[0].Distance));
        Assert.Equal("NaCl-zincblende", found[1].Id);
        Assert.Equal(found.OrderBy(hit => hit.Distance), found);
        Assert.Equal(16, search.BytesPerCrystal);
        Assert.Contains("33 similar crystals were asked for; the index has 32", OperatorTests.Refusal(() => search.Find(records[0].Crystal, 33)));
        Assert.Contains("0 similar crystals", OperatorTests.Refusal(() => search.Find(records[0].Crystal, 0)));
        Assert.Contains("2 crystals are to be searched", OperatorTests.Refusal(() => SimilaritySearch.Of(records[..2])));
        Assert.Contains("0 bytes per crystal", OperatorTests.Refusal(() => SimilaritySearch.Of(records, bytes: 0)));
        Assert.Contains("have the id", OperatorTests.Refusal(() => SimilaritySearch.Of([.. records, records[0]])));
    }

    [Fact]
    public void Codes_that_cannot_be_searched_are_refused()
    {
        Assert.Contains("5 bytes are no whole codes of 2", OperatorTests.Refusal(() => new HammingIndex(new byte[5], 2)));
        Assert.Contains("Codes of 0 bytes", OperatorTests.Refusal(() => new HammingIndex(new byte[5], 0)));
        Assert.Contains("The code has 1 bytes", OperatorTests.Refusal(() => new HammingIndex(new byte[4], 2).Search([1], 1)));
        var pca = new PrincipalComponentOperator().Fit(OperatorTests.Table, 4);
        Assert.Contains("none of product quantisation", OperatorTests.Refusal(() => new ProductIndex(pca, new byte[4])));
    }
}
