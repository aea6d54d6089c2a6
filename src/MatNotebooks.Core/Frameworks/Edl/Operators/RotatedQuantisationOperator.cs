using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Product quantisation of the principal components, dealt out so that the variances of every group have the same product: what a byte can say is then the same for all.</summary>
/// <remarks>The parametric solution of Ge, He, Ke and Sun, IEEE Trans. Pattern Anal. 36, 744 (2014).</remarks>
public sealed record RotatedQuantisationOperator() : CompressionOperator("rotated product quantisation")
{
    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var dimensions = rows[0].Length;
        var components = PrincipalComponents.Of(rows, dimensions);
        var loadings = Matrix<double>.Build.DenseOfArray(components.Loadings);
        var turn = LinearMap.Of(loadings);
        return ProductCodec.Of([.. rows.Select(row => turn.Apply(row))], Deal(components.VarianceShares, Math.Min(bytes, dimensions)), seed, turn, LinearMap.Of(loadings.Transpose()));
    }

    /// <summary>Deals components out, the greatest variance first, each to the group with room whose product of variances is least.</summary>
    internal static int[][] Deal(IReadOnlyList<double> variances, int groups)
    {
        var (room, dealt, logarithms) = ((variances.Count + groups - 1) / groups, Enumerable.Range(0, groups).Select(_ => new List<int>()).ToArray(), new double[groups]);
        var scale = variances.Where(variance => variance > 0).DefaultIfEmpty(1).Min(); // every factor above 1, so that a product grows with its group
        for (var place = 0; place < variances.Count; place++)
        {
            var group = Enumerable.Range(0, groups).Where(one => dealt[one].Count < room).MinBy(one => logarithms[one]);
            dealt[group].Add(place);
            logarithms[group] += Math.Log(1 + (Math.Max(variances[place], 0) / scale));
        }
        return [.. dealt.Where(group => group.Count > 0).Select(group => group.ToArray())];
    }
}
