using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Core.Tests.Models.Baselines;

public sealed class RidgeRegressionTests
{
    [Fact]
    public void Weights_of_a_linear_law_are_found()
    {
        var random = new Random(1);
        double[][] features = [.. Enumerable.Range(0, 60).Select(_ => new[] { random.NextDouble(), random.NextDouble(), 5.0 })];
        double[] targets = [.. features.Select(row => 3 + (2 * row[0]) - (4 * row[1]))];
        var fit = RidgeRegression.Fit(features, targets, [.. Enumerable.Range(0, 60).Select(row => $"{row / 3}")]);
        Assert.Equal(3 + (2 * 0.1) - (4 * 0.9), fit.Predict([0.1, 0.9, 5]), 1e-4);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(0.3)]
    public void The_error_of_groups_left_out_is_that_of_fits_without_them(double strength)
    {
        var random = new Random(3);
        var rows = Matrix<double>.Build.Dense(30, 12, (_, _) => random.NextDouble() - 0.5);
        var wanted = Vector<double>.Build.Dense(30, row => rows[row, 0] + (0.3 * random.NextDouble()));
        int[][] groups = [.. Enumerable.Range(0, 6).Select(group => Enumerable.Range(5 * group, 5).ToArray())];
        var error = groups.Sum(group =>
        {
            int[] others = [.. Enumerable.Range(0, 30).Except(group)];
            var left = Matrix<double>.Build.DenseOfRowVectors(others.Select(rows.Row));
            // The strength is per row of the whole: as strong for fewer rows.
            var weights = RidgeRegression.Solve(left, Vector<double>.Build.Dense([.. others.Select(row => wanted[row])]), strength * 30 / 25);
            return group.Sum(row => Math.Abs((rows.Row(row) * weights) - wanted[row])) / 30;
        });
        Assert.Equal(error, RidgeRegression.LeftOutError(rows, wanted, groups, strength), 1e-9);
    }

    [Fact]
    public void Noise_is_met_with_a_stronger_penalty()
    {
        var random = new Random(2);
        double[][] features = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 20).Select(_ => random.NextDouble()).ToArray())];
        string[] groups = [.. Enumerable.Range(0, 40).Select(row => $"{row}")];
        var law = RidgeRegression.Fit(features, [.. features.Select(row => row.Sum())], groups);
        var noise = RidgeRegression.Fit(features, [.. features.Select(_ => random.NextDouble())], groups);
        Assert.True(noise.Strength > law.Strength, $"{noise.Strength} for noise, {law.Strength} for a law");
    }
}
