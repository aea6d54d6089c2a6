using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Metrics;

/// <summary>The directions along which vectors spread most, and the vectors seen along them.</summary>
/// <param name="Scores">The vectors along the components, centred, (rows, components); the sign of each component makes its greatest loading positive.</param>
/// <param name="Loadings">The components as unit vectors, (components, columns).</param>
/// <param name="VarianceShares">Share of the variance along each component | no unit, 0 to 1, falling.</param>
public sealed record PrincipalComponents(double[,] Scores, double[,] Loadings, IReadOnlyList<double> VarianceShares)
{
    /// <summary>Finds the components, by the eigenvectors of the covariance.</summary>
    /// <param name="rows">The vectors, at least two, of equal length, finite.</param>
    /// <param name="components">How many components, at least 1, at most the length of the vectors. The default is 2.</param>
    /// <exception cref="ArgumentException">Fewer than two vectors, of different length, a number that is not finite, or too many components.</exception>
    public static PrincipalComponents Of(IReadOnlyList<float[]> rows, int components = 2)
    {
        Vectors.Check(rows);
        var (count, columns) = (rows.Count, rows[0].Length);
        if (components < 1 || components > columns)
            throw new ArgumentException($"{components} components of vectors of length {columns}; 1 to {columns} are possible.");
        var centred = Matrix<double>.Build.Dense(count, columns, (row, column) => rows[row][column]);
        var means = centred.ColumnSums() / count;
        centred = Matrix<double>.Build.Dense(count, columns, (row, column) => centred[row, column] - means[column]);
        var spectrum = (centred.TransposeThisAndMultiply(centred) / (count - 1)).Evd(Symmetricity.Symmetric);
        var total = Math.Max(double.Epsilon, spectrum.EigenValues.Sum(value => Math.Max(0, value.Real)));
        var loadings = new double[components, columns];
        var shares = new double[components];
        for (var component = 0; component < components; component++)
        {
            var place = columns - 1 - component; // eigenvalues rise
            var direction = spectrum.EigenVectors.Column(place);
            if (direction[direction.AbsoluteMaximumIndex()] < 0) direction = -direction;
            for (var column = 0; column < columns; column++) loadings[component, column] = direction[column];
            shares[component] = Math.Max(0, spectrum.EigenValues[place].Real) / total;
        }
        return new(centred.Multiply(Matrix<double>.Build.DenseOfArray(loadings).Transpose()).ToArray(), loadings, shares);
    }
}
