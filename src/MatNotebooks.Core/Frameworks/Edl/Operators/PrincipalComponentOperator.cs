using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Principal components, as many as there are bytes, in one byte each; in two or four where bytes are left over.</summary>
public sealed record PrincipalComponentOperator() : CompressionOperator("pca")
{
    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var (numbers, width) = NumberPacking.Plan(bytes, rows[0].Length);
        var loadings = Matrix<double>.Build.DenseOfArray(PrincipalComponents.Of(rows, numbers).Loadings);
        return NumberCodec.Of(LinearMap.Of(loadings), LinearMap.Of(loadings.Transpose()), rows, width);
    }
}
