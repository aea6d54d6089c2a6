using System.Text.Json;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Core.Tests.Frameworks.Edl;

/// <summary>What every compression operator owes, and scikit-learn's figures where it has the operator (tests/References/edl.py).</summary>
public sealed class OperatorTests
{
    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "References", "edl.json"))).RootElement;

    internal static readonly EmbeddingTable Table = new("reference", [.. Enumerable.Range(0, 160).Select(row => $"{row}")], Reference.GetProperty("rows").Deserialize<float[][]>()!);

    public static TheoryData<string> Operators => [.. CompressionOperator.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Operators))]
    public void A_code_has_the_bytes_asked_for_at_most_and_the_same_seed_gives_the_same_code(string name)
    {
        var codec = Quick(name).Fit(Table, 3, seed: 1);
        var code = codec.Encode(Table.Vectors[5]);
        Assert.InRange(codec.BytesPerCrystal, 1, 3);
        Assert.Equal(codec.BytesPerCrystal, code.Length);
        Assert.Equal(code, Quick(name).Fit(Table, 3, seed: 1).Encode(Table.Vectors[5]));
        Assert.Equal(Table.Dimensions, codec.Decode(code).Length);
        Assert.Contains("the code was learned from 12", Assert.Throws<ArgumentException>(() => codec.Encode([1f])).Message);
        Assert.Contains("The code has 7 bytes", Assert.Throws<ArgumentException>(() => codec.Decode(new byte[7])).Message);
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public void More_bytes_leave_out_less_and_any_code_is_better_than_the_mean(string name)
    {
        // Product quantisation has more words than there are rows here, and leaves nothing out either way.
        var (few, many) = (LeftOut(name, 2), LeftOut(name, 12));
        Assert.True(many <= few, $"{name}: {many} with 12 bytes, {few} with 2");
        Assert.True(few < LeftOutByMean(), $"{name}: {few}");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Principal_components_leave_out_what_scikit_learns_do(int numbers)
    {
        // A quarter more: a number of one byte is rounded.
        var theirs = Reference.GetProperty("pcaLeftOut").GetProperty($"{numbers}").GetDouble();
        Assert.InRange(LeftOut("pca", numbers), theirs * 0.999, (theirs * 1.05) + 1e-3);
    }

    [Fact]
    public void Random_directions_keep_lengths_on_average()
    {
        var directions = RandomProjectionOperator.Directions(64, 256, seed: 3);
        Assert.Equal(0, directions.Enumerate().Average(), 1e-2);
        Assert.Equal(1.0 / 64, directions.Enumerate().Average(value => value * value), 1e-3);
    }

    [Fact]
    public void A_matryoshka_order_begins_with_what_tells_most_and_ends_with_copies()
    {
        var random = new Random(1);
        float[][] rows = [.. Enumerable.Range(0, 200).Select(_ => { var (a, b) = ((float)random.NextDouble() - 0.5f, (float)random.NextDouble() - 0.5f); return new[] { b, 3 * a, 3 * a, 2.9f * a }; })];
        var order = TruncationOperator.Order(rows);
        Assert.Equal(0, order[1]); // after one of the three that say the same
        Assert.Equal([0, 1, 2, 3], order.Order());
    }

    [Fact]
    public void Levels_lie_where_the_squared_error_is_least()
    {
        var random = new Random(2);
        float[] normal = [.. Enumerable.Range(0, 40_000).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
        // Max, IRE Trans. Inf. Theory 6, 7 (1960): distortion of the standard normal at 1, 2 and 3 bits.
        foreach (var (bits, distortion) in new[] { (1, 0.3634), (2, 0.1175), (3, 0.03454) })
            Assert.Equal(distortion, ScalarLevels.Of(normal, bits).Distortion(normal), 0.02 * distortion + 5e-4);
    }

    [Fact]
    public void Variances_are_dealt_out_evenly()
    {
        var groups = RotatedQuantisationOperator.Deal([16, 8, 4, 2], 2);
        Assert.Equal([0, 3], groups[0]);
        Assert.Equal([1, 2], groups[1]);
    }

    [Fact]
    public void Bad_questions_are_refused()
    {
        var pca = new PrincipalComponentOperator();
        Assert.Contains("0 bytes per crystal were asked for; the embedding reference has 48", Refusal(() => pca.Fit(Table, 0)));
        Assert.Contains("49 bytes", Refusal(() => pca.Fit(Table, 49)));
        Assert.Contains("learned from 3 crystals; it needs at least 16", Refusal(() => pca.Fit(Table.At([0, 1, 2]), 2)));
        var constant = Table.With([.. Table.Vectors.Select(vector => (float[])[.. vector[..11], 7])]);
        Assert.Contains("1 of the 12 dimensions of the embedding reference have zero variance over its 160 crystals (11)", Refusal(() => pca.Fit(constant, 2)));
        Assert.Contains("no compression operator 'zip'", Refusal(() => CompressionOperator.Find("zip")));
    }

    internal static string Refusal(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;

    internal static double LeftOut(ICodec codec) => Table.Vectors.Zip(CompressionOperator.Through(codec, Table).Vectors, (one, other) => one.Zip(other, (a, b) => Math.Pow(a - b, 2)).Average()).Average();

    private static double LeftOut(string name, int bytes) => LeftOut(Quick(name).Fit(Table, bytes, seed: 1));

    // Networks are trained for fewer steps than by default.
    private static CompressionOperator Quick(string name) => CompressionOperator.Find(name) switch
    {
        AutoencoderOperator narrow => narrow with { Steps = 60 },
        VariationalOperator narrow => narrow with { Steps = 60 },
        DistillationOperator student => student with { Steps = 60 },
        var other => other,
    };

    private static double LeftOutByMean()
    {
        var scale = EmbeddingScale.Of(Table);
        return Table.Vectors.Average(vector => vector.Zip(scale.Means, (value, mean) => Math.Pow(value - mean, 2)).Average());
    }
}
