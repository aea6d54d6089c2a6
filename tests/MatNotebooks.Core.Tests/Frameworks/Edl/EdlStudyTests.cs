using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl;
using MatNotebooks.Frameworks.Edl.Lattices;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Core.Tests.Frameworks.Edl;

public sealed class EdlStudyTests
{
    private static readonly EmbeddingTable Table = OperatorTests.Table;
    private static readonly string[] Groups = [.. Enumerable.Range(0, 160).Select(row => $"{row / 2}")];
    private static readonly EdlOptions Few = new() { Bytes = [12, 6, 3, 13], Operators = [new PrincipalComponentOperator(), new ProductQuantisationOperator()], Seed = 3 };

    private static readonly Dictionary<string, double[]> Properties = new()
    {
        ["first"] = [.. Table.Vectors.Select(vector => (double)vector[0] + (0.1 * vector[3]))], ["sum"] = [.. Table.Vectors.Select(vector => (double)vector.Sum())],
    };

    [Fact]
    public void A_study_measures_every_operator_at_every_level_and_makes_lattices()
    {
        var result = EdlStudy.Run(Table, Properties, Groups, Few);
        Assert.Equal(["pca", "product quantisation", "allotted", "steered"], result.Rows.Select(row => row.Operator).Distinct());
        Assert.Equal(12, result.Rows.Count); // 13 bytes are more than dimensions
        Assert.All(result.ProbeR2.Values, r2 => Assert.InRange(r2, 0.99, 1));
        Assert.All(result.Rows, row => Assert.InRange(row.Recall, 0, 1));
        var (much, little) = (result.Rows.First(row => row is { Operator: "pca", Asked: 12 }), result.Rows.First(row => row is { Operator: "pca", Asked: 3 }));
        Assert.True(much.Recall > little.Recall && much.ProbeKept["sum"].Value > little.ProbeKept["sum"].Value);
        Assert.Equal(much.Recall, result.Lattice("pca", "sum")[2, 0]);
        Assert.Equal([12, 6, 3], result.Lattice("steered", "first").Bytes);
        Assert.InRange(ApexEquilibrium.Of(result.Lattice("allotted", "sum")).Bytes, 3, 12);
        Assert.Equal(24, result.Space.Allot(24).Sum());
        Assert.Contains("R² kept", much.ToString());
        Assert.Contains("no' was not studied", OperatorTests.Refusal(() => result.Lattice("pca", "no")));
        Assert.Contains("0 levels of 'zip'", OperatorTests.Refusal(() => result.Lattice("zip", "sum")));
    }

    [Fact]
    public void Questions_that_cannot_be_answered_are_refused()
    {
        Assert.Contains("There is no property", OperatorTests.Refusal(() => EdlStudy.Run(Table, new Dictionary<string, double[]>())));
        Assert.Contains("The property x has 1 values for 160", OperatorTests.Refusal(() => Study(new() { ["x"] = [1] })));
        Assert.Contains("targets are 4; with one class", OperatorTests.Refusal(() => Study(new() { ["x"] = [.. Enumerable.Repeat(4.0, 160)] })));
        Assert.Contains("0 bytes per crystal were asked for", OperatorTests.Refusal(() => EdlStudy.Run(Table, Properties, options: Few with { Bytes = [4, 0] })));
        Assert.Contains("JudgingShare is 1", OperatorTests.Refusal(() => EdlStudy.Run(Table, Properties, options: Few with { JudgingShare = 1 })));
        Assert.Contains("All 1 groups would judge", OperatorTests.Refusal(() => EdlStudy.Run(Table, Properties, [.. Enumerable.Repeat("one", 160)], Few)));
        Assert.Contains("2 groups for 160", OperatorTests.Refusal(() => EdlStudy.Run(Table, Properties, ["a", "b"], Few)));
        var copies = Table.With([.. Table.Vectors.Select((_, row) => Table.Vectors[row / 4])]);
        Assert.Contains("have the embedding of another", OperatorTests.Refusal(() => EdlStudy.Run(copies, Properties, null, Few)));
    }

    private static void Study(Dictionary<string, double[]> properties) => EdlStudy.Run(Table, properties, Groups, Few);
}
