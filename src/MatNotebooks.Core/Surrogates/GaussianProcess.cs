using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MatNotebooks.Surrogates;

/// <summary>
/// A function known at some points, and how sure one can be of it elsewhere: for searches in which every evaluation is dear. It costs
/// memory as the square of the number of points, and time as the cube.
/// </summary>
public sealed class GaussianProcess
{
    private readonly Standardization space;
    private readonly double[][] seen; // standardised
    private readonly double[] lengths;
    private readonly double mean, spread, variance;
    private readonly Cholesky<double> factor;
    private readonly Vector<double> weights;

    private GaussianProcess(Covariance covariance, Evidence evidence, ProcessScales scales)
    {
        (Covariance, Scales, space, seen, mean, spread) = (covariance, scales, evidence.Space, evidence.Points, evidence.Mean, evidence.Spread);
        lengths = [.. scales.Lengths.Select((length, axis) => length / space.Scales[axis])];
        variance = Math.Pow(scales.Amplitude / spread, 2);
        var likelihood = new MarginalLikelihood(covariance, seen, evidence.Values);
        factor = MarginalLikelihood.Factor(likelihood.Likeness(lengths), variance, Math.Pow(scales.Noise / spread, 2));
        weights = factor.Solve(evidence.Values);
        LogLikelihood = (-0.5 * evidence.Values.DotProduct(weights)) - (0.5 * factor.DeterminantLn)
            - (seen.Length * ((0.5 * Math.Log(2 * Math.PI)) + Math.Log(spread)));
    }

    /// <summary>How likeness falls with distance.</summary>
    public Covariance Covariance { get; }

    /// <summary>What the function is taken to be like.</summary>
    public ProcessScales Scales { get; }

    /// <summary>How many points it has seen.</summary>
    public int Count => seen.Length;

    /// <summary>ln of the probability density of the values under these scales, the mean and spread of the values taken as given | −ln(unit of the values) per point.</summary>
    public double LogLikelihood { get; }

    /// <summary>Learns scales and function from values, the scales by the greatest likelihood.</summary>
    /// <param name="points">The points, at least one, finite and of one length of at least 1, (points)(dimensions) | any unit, which may differ by dimension.</param>
    /// <param name="values">The value at each, finite, (points). Several values at one point are welcome: they tell the noise.</param>
    /// <param name="options">How. The default is Matérn 5/2 with a length scale for each dimension.</param>
    /// <exception cref="ArgumentException">No point, more than 5,000, lists of different length, or a number that is not finite; the message says which.</exception>
    public static GaussianProcess Fit(IReadOnlyList<double[]> points, IReadOnlyList<double> values, GaussianProcessOptions? options = null)
    {
        options ??= new();
        if (options.Shortest >= options.Longest)
            throw new ArgumentException($"Shortest is {options.Shortest} and Longest is {options.Longest}; the first must be the less.");
        var evidence = Evidence.Of(points, values);
        var (lengths, amplitude, noise) = new LikelihoodClimb(
            options, new(options.Covariance, evidence.Points, evidence.Values), evidence.Space.Scales.Length).Best();
        return new(options.Covariance, evidence, new(
            [.. lengths.Select((length, axis) => length * evidence.Space.Scales[axis])], amplitude * evidence.Spread, noise * evidence.Spread));
    }

    /// <summary>Learns the function alone, its scales being known.</summary>
    /// <param name="points">As in <see cref="Fit"/>.</param>
    /// <param name="values">As in <see cref="Fit"/>.</param>
    /// <param name="scales">The scales.</param>
    /// <param name="covariance">How likeness falls with distance. The default is <see cref="Matern52"/>.</param>
    /// <exception cref="ArgumentException">As in <see cref="Fit"/>, or scales that do not fit the points.</exception>
    public static GaussianProcess With(IReadOnlyList<double[]> points, IReadOnlyList<double> values, ProcessScales scales, Covariance? covariance = null)
    {
        var evidence = Evidence.Of(points, values);
        if (scales.Lengths.Length != points[0].Length || scales.Lengths.Any(length => !(length > 0)) || !(scales.Amplitude > 0) || !(scales.Noise >= 0))
            throw new ArgumentException(
                $"The scales are {string.Join(", ", scales.Lengths)} (lengths), {scales.Amplitude} (amplitude), {scales.Noise} (noise); {points[0].Length} lengths and an amplitude greater than 0 and a noise of at least 0 are needed.");
        return new(covariance ?? new Matern52(), evidence, scales);
    }

    /// <summary>What is believed at a point.</summary>
    /// <param name="point">The point, (dimensions).</param>
    /// <exception cref="ArgumentException">A point of another length, or not finite.</exception>
    public Belief At(double[] point)
    {
        Evidence.Check(point, lengths.Length, "The point");
        var place = space.Of(point);
        var shared = Vector<double>.Build.Dense(
            seen.Length, row => variance * Covariance.Of(MarginalLikelihood.SquaredDistance(place, seen[row], lengths)));
        var left = variance - shared.DotProduct(factor.Solve(shared));
        return new(mean + (spread * shared.DotProduct(weights)), spread * Math.Sqrt(Math.Max(0, left)));
    }

    /// <summary>What is believed at many points, on all cores, (points).</summary>
    /// <exception cref="ArgumentException">A point of another length, or not finite.</exception>
    public Belief[] At(IReadOnlyList<double[]> points)
    {
        for (var row = 0; row < points.Count; row++) Evidence.Check(points[row], lengths.Length, $"Point {row}");
        var beliefs = new Belief[points.Count];
        Parallel.For(0, points.Count, row => beliefs[row] = At(points[row]));
        return beliefs;
    }
}
