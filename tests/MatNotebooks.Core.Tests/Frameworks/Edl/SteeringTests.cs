using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Fidelities;
using MatNotebooks.Frameworks.Edl.Operators;
using MatNotebooks.Frameworks.Edl.Steering;
using MatNotebooks.Metrics;

namespace MatNotebooks.Core.Tests.Frameworks.Edl;

public sealed class SteeringTests
{
    private static readonly EmbeddingTable Table = OperatorTests.Table;

    [Fact]
    public void Bits_go_where_they_win_most_and_sum_to_what_was_asked_for()
    {
        var space = SteeredSpace.Of(Table, []);
        var bits = space.Allot(24);
        Assert.Equal(24, bits.Sum());
        Assert.Equal(24, space.BitsByPart(bits).Sum(), 1e-6);
        // At the equilibrium no bit would win more elsewhere.
        var least = Enumerable.Range(0, space.Components).Where(component => bits[component] > 0).Min(component => space.Gain(component, bits[component] - 1));
        Assert.All(Enumerable.Range(0, space.Components), component => Assert.True(space.Gain(component, bits[component]) <= least + 1e-9));
        // Without steering the coordinates are principal components: the loss is that of the code.
        var spread = Table.Vectors.Average(vector => EmbeddingScale.Of(Table).Apply(vector).Sum(value => value * value));
        var lost = OperatorTests.LeftOut(space.Code(bits)) * Table.Dimensions / (EmbeddingScale.Of(Table).Scales[0] * EmbeddingScale.Of(Table).Scales[0] * spread);
        Assert.Equal(space.Loss(bits), lost, 0.02);
    }

    [Fact]
    public void Allotted_bits_leave_out_less_than_equal_ones() =>
        Assert.True(OperatorTests.LeftOut(new SteeredQuantisation([]).Fit(Table, 3)) < 0.8 * OperatorTests.LeftOut(new PrincipalComponentOperator().Fit(Table, 3)));

    [Fact]
    public void A_property_that_steers_is_kept_better()
    {
        // The property is a direction of small variance, which distances alone give no bit.
        var small = SteeredSpace.Of(Table, []);
        var random = new Random(3);
        var scale = EmbeddingScale.Of(Table);
        var last = Enumerable.Range(0, Table.Dimensions).MinBy(place => Table.Vectors.Select(vector => (double)vector[place]).Average(value => Math.Pow(value - scale.Means[place], 2)));
        double[] property = [.. Table.Vectors.Select(vector => vector[last] + (0.01 * random.NextDouble()))];
        Assert.True(Kept(SteeredSpace.Of(Table, [property]), property) > Kept(small, property) + 0.02);
    }

    [Fact]
    public void Bits_may_be_kept_to_some_components()
    {
        var space = SteeredSpace.Of(Table, []);
        var bits = space.Allot(6, space.Allot(8), component => component >= 6);
        Assert.Equal(space.Allot(8)[..6], bits[..6]);
        Assert.Equal(14, bits.Sum());
    }

    [Fact]
    public void Bad_steering_is_refused()
    {
        Assert.Contains("0 bytes per crystal", OperatorTests.Refusal(() => new SteeredQuantisation([]).Fit(Table, 0)));
        Assert.Contains("13 bytes per crystal", OperatorTests.Refusal(() => new SteeredQuantisation([]).Fit(Table, 13)));
        Assert.Contains("weight of probes is 1", OperatorTests.Refusal(() => SteeredSpace.Of(Table, [], 1)));
        Assert.Contains("has 1 values for 160", OperatorTests.Refusal(() => SteeredSpace.Of(Table, [[1]])));
        Assert.Contains("All 160 targets are 0", OperatorTests.Refusal(() => SteeredSpace.Of(Table, [new double[160]])));
        Assert.Contains("97 bits are to be allotted; 1 to 96", OperatorTests.Refusal(() => SteeredSpace.Of(Table, []).Allot(97)));
    }

    private static double Kept(SteeredSpace space, double[] property)
    {
        var rows = CompressionOperator.Through(space.Code(space.Allot(16)), Table).Vectors;
        return Regression.RSquared(LinearProbe.Fit(ProbeRows.Of(rows), property).Predict(rows), property);
    }
}
