using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MatNotebooks.Surrogates;

/// <summary>
/// How probable the values are under a Gaussian process of given scales, and the slope of that in the logarithms of the scales (Rasmussen
/// and Williams, Gaussian Processes for Machine Learning, 2006, Eq. 5.8 and 5.9). Points and values have mean 0 and standard deviation 1.
/// </summary>
internal sealed class MarginalLikelihood(Covariance covariance, double[][] points, Vector<double> values)
{
    private const double Jitter = 1e-10; // of the variance; covers rounding alone, and grows until the matrix can be factored

    /// <summary>The factored covariance of the points with themselves, noise and all.</summary>
    public static Cholesky<double> Factor(Matrix<double> likeness, double variance, double noiseVariance)
    {
        for (var extra = 0.0; ; extra = Math.Max(Jitter * variance, 10 * extra))
        {
            var shared = likeness * variance;
            for (var row = 0; row < shared.RowCount; row++) shared[row, row] += noiseVariance + extra;
            try
            {
                return shared.Cholesky();
            }
            catch (ArgumentException) when (extra < variance)
            {
                // Not positive definite: equal points and hardly any noise.
            }
        }
    }

    /// <summary>Likeness of every point with every other, (points, points).</summary>
    public Matrix<double> Likeness(double[] lengths) => Matrix<double>.Build.Dense(
        points.Length, points.Length, (row, column) => row == column ? 1 : covariance.Of(SquaredDistance(points[row], points[column], lengths)));

    /// <summary>Squared distance of two points, each dimension divided by its length scale.</summary>
    public static double SquaredDistance(double[] one, double[] other, double[] lengths)
    {
        var sum = 0.0;
        for (var axis = 0; axis < lengths.Length; axis++)
        {
            var step = (one[axis] - other[axis]) / lengths[axis];
            sum += step * step;
        }
        return sum;
    }

    /// <summary>ln p(values) and its slope in (ln length of each dimension …, ln amplitude, ln noise).</summary>
    public (double Value, double[] Slope) Of(double[] lengths, double amplitude, double noise)
    {
        var (variance, noiseVariance, count) = (amplitude * amplitude, noise * noise, points.Length);
        var likeness = Likeness(lengths);
        var factor = Factor(likeness, variance, noiseVariance);
        var weights = factor.Solve(values);
        var value = (-0.5 * values.DotProduct(weights)) - (0.5 * factor.DeterminantLn) - (0.5 * count * Math.Log(2 * Math.PI));
        var inverse = factor.Solve(Matrix<double>.Build.DenseIdentity(count));
        var slope = new double[lengths.Length + 2];
        for (var row = 0; row < count; row++)
        {
            var own = (weights[row] * weights[row]) - inverse[row, row];
            slope[^2] += own * variance;
            slope[^1] += own * noiseVariance;
            for (var column = 0; column < row; column++)
            {
                // Half the sum over the whole matrix is the sum over one triangle.
                var pull = (weights[row] * weights[column]) - inverse[row, column];
                slope[^2] += 2 * pull * variance * likeness[row, column];
                AddLengths(slope, pull * variance, points[row], points[column], lengths);
            }
        }
        return (value, slope);
    }

    private void AddLengths(double[] slope, double pull, double[] one, double[] other, double[] lengths)
    {
        var whole = pull * covariance.Slope(SquaredDistance(one, other, lengths));
        for (var axis = 0; axis < lengths.Length; axis++)
        {
            var step = (one[axis] - other[axis]) / lengths[axis];
            slope[axis] += whole * step * step;
        }
    }
}
