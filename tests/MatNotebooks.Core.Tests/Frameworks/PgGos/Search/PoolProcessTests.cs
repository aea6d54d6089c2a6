using MatNotebooks.Frameworks.PgGos.Policies;
using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Search;

public sealed class PoolProcessTests
{
    private static readonly SiteScales Scales = new() { Constant = 0.7, Linear = 0.4, Additive = 0.3, Joint = 1.1, Identity = 0.2, Noise = 0.05, Lengths = [0.8, 1.3] };

    [Fact]
    public void Value_by_value_it_believes_what_the_whole_matrix_says()
    {
        var covariance = new PoolCovariance(GridOfNumbers.Features, GridOfNumbers.Sites, Scales);
        var prior = Enumerable.Range(0, 400).Select(place => 0.01 * place).ToArray();
        var process = new PoolProcess(covariance, prior, Scales.Noise);
        int[] seen = [3, 50, 127, 301, 302, 399];
        foreach (var place in seen) process.Observe(place, GridOfNumbers.BowlAt(place));
        var columns = Enumerable.Range(0, 400).Select(place => Column(covariance, place)).ToArray();
        var known = Matrix<double>.Build.Dense(6, 6, (row, column) => columns[seen[row]][seen[column]] + (row == column ? Scales.Noise : 0));
        var surprise = Vector<double>.Build.Dense(6, row => GridOfNumbers.BowlAt(seen[row]) - prior[seen[row]]);
        foreach (var place in new[] { 0, 3, 60, 200, 398 })
        {
            var shared = Vector<double>.Build.Dense(6, row => columns[place][seen[row]]);
            Assert.Equal(prior[place] + shared.DotProduct(known.Solve(surprise)), process.Mean[place], 1e-9);
            Assert.Equal(columns[place][place] - shared.DotProduct(known.Solve(shared)), process.Variance[place], 1e-9);
            Assert.Equal(columns[place][place], covariance.Variances()[place], 1e-12);
        }
        var likelihood = (-0.5 * surprise.DotProduct(known.Solve(surprise))) - (0.5 * Math.Log(known.Determinant())) - (3 * Math.Log(2 * Math.PI));
        Assert.Equal(likelihood, process.LogLikelihood, 1e-9);
    }

    [Fact]
    public void A_value_at_or_below_a_limit_moves_it_as_the_cut_normal_distribution_does()
    {
        var process = new PoolProcess(new(GridOfNumbers.Features, GridOfNumbers.Sites, Scales), new double[400], Scales.Noise);
        var (mean, variance) = (process.Mean[7], process.Variance[7]);
        process.ObserveAtMost(7, -0.5);
        // By quadrature: the belief times the probability that value and noise together are at most −0.5.
        var (mass, first, second) = (0.0, 0.0, 0.0);
        for (var at = -15.0; at < 15; at += 1e-3)
        {
            var weight = Math.Exp(-0.5 * (at - mean) * (at - mean) / variance) * NormalTail.Below((-0.5 - at) / Math.Sqrt(Scales.Noise));
            (mass, first, second) = (mass + weight, first + (weight * at), second + (weight * at * at));
        }
        Assert.Equal(first / mass, process.Mean[7], 1e-6);
        Assert.Equal((second / mass) - Math.Pow(first / mass, 2), process.Variance[7], 1e-6);
        Assert.True(process.Mean[8] < 0); // its neighbour learns from it
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-5, 2.866515718791939e-07)]
    public void Probabilities_are_those_of_the_tables(double value, double probability) => Assert.Equal(probability, NormalTail.Below(value), 1e-14);

    [Theory]
    [InlineData(-7.99)]
    [InlineData(-8.01)]
    public void The_tail_goes_on_where_digits_run_out(double value)
    {
        Assert.Equal(-34.9, NormalTail.LogBelow(value), 0.25);
        Assert.Equal(8.12, NormalTail.Mills(value), 0.02);
        Assert.Equal(NormalTail.Below(-10) - NormalTail.Below(-11), NormalTail.Within(0, 1, 10, 11), 1e-30);
    }

    private static double[] Column(PoolCovariance covariance, int place)
    {
        var column = new double[400];
        covariance.Column(place, column);
        return column;
    }
}
