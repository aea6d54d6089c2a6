using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>The linear map that comes nearest, in least squares, from some rows to others.</summary>
internal static class LeastSquares
{
    private const double Ridge = 1e-6; // of the mean square of an input: makes equal inputs share their weight

    /// <summary>Fits the map.</summary>
    /// <param name="from">Inputs, (rows)(inputs).</param>
    /// <param name="to">Outputs, (rows)(outputs).</param>
    public static LinearMap Map(IReadOnlyList<float[]> from, IReadOnlyList<float[]> to)
    {
        var (inputs, outputs) = (Means(from), Means(to));
        var (x, y) = (Centred(from, inputs), Centred(to, outputs));
        var gram = RowProducts.Transposed(x, x);
        var ridge = Math.Max(1e-12, Ridge * gram.Trace() / inputs.Length);
        var weights = (gram + (Matrix<double>.Build.DenseIdentity(inputs.Length) * ridge)).Cholesky().Solve(RowProducts.Transposed(x, y)).Transpose();
        var offset = weights * Vector<double>.Build.Dense([.. inputs.Select(mean => (double)mean)]);
        return LinearMap.Of(weights, [.. outputs.Select((mean, output) => (float)(mean - offset[output]))]);
    }

    private static float[] Means(IReadOnlyList<float[]> rows) => [.. Enumerable.Range(0, rows[0].Length).Select(place => (float)rows.Average(row => (double)row[place]))];

    private static float[][] Centred(IReadOnlyList<float[]> rows, float[] means) => [.. rows.Select(row => row.Zip(means, (value, mean) => value - mean).ToArray())];
}
