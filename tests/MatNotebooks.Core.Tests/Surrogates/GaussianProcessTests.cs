using System.Text.Json;
using MatNotebooks.Metrics;
using MatNotebooks.Surrogates;
using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Core.Tests.Surrogates;

/// <summary>Against scikit-learn (tests/References/gaussian_process.py), and against what can be worked out by hand.</summary>
public sealed class GaussianProcessTests
{
    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "References", "gaussian-process.json"))).RootElement;

    private static readonly double[][] Points = Reference.GetProperty("points").Deserialize<double[][]>()!;
    private static readonly double[] Values = Reference.GetProperty("values").Deserialize<double[]>()!;
    private static readonly double Spread = Reference.GetProperty("spread").GetDouble();

    public static TheoryData<Covariance> Covariances => [new SquaredExponential(), new Matern52()];

    [Theory, MemberData(nameof(Covariances))]
    public void With_known_scales_it_believes_what_scikit_learn_does(Covariance covariance)
    {
        var scales = new ProcessScales(
            [.. Reference.GetProperty("lengths").Deserialize<double[]>()!],
            Reference.GetProperty("amplitude").GetDouble() * Spread, Reference.GetProperty("noise").GetDouble() * Spread);
        var process = GaussianProcess.With(Points, Values, scales, covariance);
        var theirs = Reference.GetProperty("known").GetProperty(covariance.GetType().Name);
        var beliefs = process.At(Reference.GetProperty("asked").Deserialize<double[][]>()!);
        foreach (var (belief, mean) in beliefs.Zip(theirs.GetProperty("mean").Deserialize<double[]>()!)) Assert.Equal(mean, belief.Mean, 1e-6);
        foreach (var (belief, deviation) in beliefs.Zip(theirs.GetProperty("deviation").Deserialize<double[]>()!)) Assert.Equal(deviation, belief.Deviation, 1e-6);
        Assert.Equal(theirs.GetProperty("likelihood").GetDouble(), process.LogLikelihood + (Values.Length * Math.Log(Spread)), 1e-6);
    }

    [Theory, MemberData(nameof(Covariances))]
    public void The_scales_it_learns_are_at_least_as_probable_as_those_of_scikit_learn(Covariance covariance)
    {
        var process = GaussianProcess.Fit(Points, Values, new() { Covariance = covariance });
        var theirs = Reference.GetProperty("learned").GetProperty(covariance.GetType().Name).GetDouble();
        Assert.InRange(process.LogLikelihood + (Values.Length * Math.Log(Spread)), theirs - 1e-3, theirs + 1);
        Assert.InRange(process.Scales.Noise, 0.5, 2); // 1 was added to the values
        Assert.Equal([.. process.Scales.Lengths], GaussianProcess.Fit(Points, Values, new() { Covariance = covariance }).Scales.Lengths.ToArray());
    }

    [Theory, MemberData(nameof(Covariances))]
    public void The_slope_of_the_likelihood_is_its_numeric_derivative(Covariance covariance)
    {
        var evidence = Evidence.Of(Points, Values);
        var likelihood = new MarginalLikelihood(covariance, evidence.Points, evidence.Values);
        double[] place = [Math.Log(0.7), Math.Log(1.9), Math.Log(1.3), Math.Log(0.2)];
        double At(int axis, double step)
        {
            double[] moved = [.. place.Select((value, other) => Math.Exp(value + (other == axis ? step : 0)))];
            return likelihood.Of(moved[..2], moved[2], moved[3]).Value;
        }
        var slope = likelihood.Of([0.7, 1.9], 1.3, 0.2).Slope;
        for (var axis = 0; axis < 4; axis++) Assert.Equal((At(axis, 1e-5) - At(axis, -1e-5)) / 2e-5, slope[axis], 1e-4);
    }

    [Fact]
    public void A_dimension_that_does_not_matter_gets_a_long_scale()
    {
        var random = new Random(3);
        double[][] points = [.. Enumerable.Range(0, 40).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];
        double[] values = [.. points.Select(point => Math.Sin(6 * point[0]))];
        var lengths = GaussianProcess.Fit(points, values).Scales.Lengths;
        Assert.True(lengths[1] > 10 * lengths[0], $"{lengths[0]} and {lengths[1]}");
        var shared = GaussianProcess.Fit(points, values, new() { Relevance = Relevance.Shared }).Scales.Lengths;
        Assert.InRange(shared[1] / shared[0], 0.7, 1.4); // one scale times spreads that are nearly equal
    }

    [Fact]
    public void It_is_sure_where_it_has_seen_the_function_and_unsure_far_away()
    {
        double[][] points = [[0], [1], [2], [3]];
        var process = GaussianProcess.With(points, [1, 3, 2, 5], new([0.5], 2, 0), new SquaredExponential());
        Assert.Equal(3, process.At([1]).Mean, 1e-6);
        Assert.Equal(0, process.At([1]).Deviation, 1e-4);
        Assert.Equal(2, process.At([50]).Deviation, 1e-9);
        Assert.Equal(2.75, process.At([50]).Mean, 1e-9); // the mean of what it has seen
    }

    [Fact]
    public void Equal_points_and_equal_values_are_taken()
    {
        var twice = GaussianProcess.Fit([[1], [1], [2]], [3, 5, 4]);
        Assert.InRange(twice.At([1]).Mean, 3, 5);
        var flat = GaussianProcess.Fit([[1], [2], [3]], [7, 7, 7]).At([2.5]);
        Assert.Equal(7, flat.Mean, 1e-9);
        Assert.True(double.IsFinite(GaussianProcess.Fit([[1, 2]], [3]).At([0, 0]).Deviation));
    }

    [Fact]
    public void Expected_improvement_is_the_mean_of_improvements_drawn_at_random()
    {
        var (random, belief, sum) = (new Random(5), new Belief(2, 0.7), 0.0);
        for (var draw = 0; draw < 200_000; draw++)
            sum += Math.Max(0, 1.6 - (2 + (0.7 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble()))));
        Assert.Equal(sum / 200_000, new ExpectedImprovement().Of(belief, 1.6), 0.002);
        Assert.Equal(new ExpectedImprovement().Of(belief, 1.6), new ExpectedImprovement().Of(new(-2, 0.7), -1.6, Objective.Greatest), 1e-12);
        Assert.Equal(0, new ExpectedImprovement().Of(new(2, 0), 1.6));
        Assert.Equal(-2 + 1.4, new ConfidenceBound().Of(belief, 1.6), 1e-12);
        Assert.Equal(2 + 1.4, new ConfidenceBound().Of(belief, 1.6, Objective.Greatest), 1e-12);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("2 points and 1 values", Assert.Throws<ArgumentException>(() => GaussianProcess.Fit([[1], [2]], [1])).Message);
        Assert.Contains("Value 1 is NaN", Assert.Throws<ArgumentException>(() => GaussianProcess.Fit([[1], [2]], [1, double.NaN])).Message);
        Assert.Contains("Point 1 has 2 dimensions", Assert.Throws<ArgumentException>(() => GaussianProcess.Fit([[1], [2, 3]], [1, 2])).Message);
        Assert.Contains("Point 0 is Infinity in dimension 0", Assert.Throws<ArgumentException>(() => GaussianProcess.Fit([[double.PositiveInfinity]], [1])).Message);
        Assert.Contains("The point has 2 dimensions", Assert.Throws<ArgumentException>(() => GaussianProcess.Fit([[1.0]], [1]).At([1, 2])).Message);
        Assert.Contains("1 lengths and", Assert.Throws<ArgumentException>(() => GaussianProcess.With([[1.0]], [1], new([1, 1], 1, 0))).Message);
        Assert.Contains("Starts is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianProcessOptions { Starts = 0 }).Message);
        Assert.Contains("must be the less", Assert.Throws<ArgumentException>(() => GaussianProcess.Fit([[1.0]], [1], new() { Shortest = 5, Longest = 5 })).Message);
    }
}
