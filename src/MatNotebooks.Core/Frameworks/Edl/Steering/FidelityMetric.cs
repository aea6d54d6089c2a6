using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Frameworks.Edl.Fidelities;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Steering;

/// <summary>
/// What an error of an embedding costs in fidelity, to second order: xᵀ S x for an error x. Distances between crystals suffer from every error
/// alike (the identity over the variance of the embedding), a linear probe from errors along its slope β (β βᵀ over the variance of the property).
/// </summary>
/// <remarks>S = (1 − λ) I / tr Σ + λ · mean of β βᵀ / var(y) over the properties that steer: a field of ∇F that is known everywhere, so that Eq. 1 need not be probed bit by bit.</remarks>
internal sealed class FidelityMetric
{
    private FidelityMetric(Matrix<double> root, Matrix<double> inverseRoot) => (Root, InverseRoot) = (root, inverseRoot);

    /// <summary>S to the power ½, (dimensions, dimensions).</summary>
    public Matrix<double> Root { get; }

    /// <summary>S to the power −½, (dimensions, dimensions).</summary>
    public Matrix<double> InverseRoot { get; }

    /// <summary>Measures the metric on scaled rows.</summary>
    /// <param name="rows">Scaled embeddings, (rows)(dimensions).</param>
    /// <param name="properties">Properties that steer, NaN where one is not known, (properties)(rows).</param>
    /// <param name="probeWeight">λ | 0 to less than 1.</param>
    public static FidelityMetric Of(float[][] rows, IReadOnlyList<double[]> properties, double probeWeight)
    {
        var (dimensions, spread) = (rows[0].Length, rows.Average(row => (double)LinearMap.Dot(row, row)));
        var metric = Matrix<double>.Build.DenseIdentity(dimensions) * ((1 - (properties.Count > 0 ? probeWeight : 0)) / spread);
        foreach (var property in properties)
        {
            var known = Enumerable.Range(0, rows.Length).Where(row => double.IsFinite(property[row])).ToArray();
            double[] values = [.. known.Select(row => property[row])];
            var slopes = Vector<double>.Build.Dense(LinearProbe.Fit(ProbeRows.Of([.. known.Select(row => rows[row])]), values).Slopes);
            var mean = values.Average();
            metric += Vector<double>.OuterProduct(slopes, slopes) * (probeWeight / properties.Count / values.Average(value => (value - mean) * (value - mean)));
        }
        var spectrum = metric.Evd(Symmetricity.Symmetric);
        return new(Power(spectrum.EigenVectors, spectrum.EigenValues.Real(), 0.5), Power(spectrum.EigenVectors, spectrum.EigenValues.Real(), -0.5));
    }

    private static Matrix<double> Power(Matrix<double> vectors, Vector<double> values, double power) =>
        vectors * Matrix<double>.Build.DenseOfDiagonalVector(values.Map(value => Math.Pow(Math.Max(value, 1e-18), power))) * vectors.Transpose();
}
