using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Tests.Visuals.Charts;

public sealed class BinsTests
{
    [Fact]
    public void Every_finite_value_falls_in_one_bin()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i)), double.NaN, double.PositiveInfinity];
        Assert.Equal(1000, Bins.For(values).CountsOf(values).Sum());
    }

    [Fact]
    public void One_value_alone_has_a_bin() => Assert.Equal([3], Bins.For([2, 2, 2]).CountsOf([2, 2, 2]));
}
