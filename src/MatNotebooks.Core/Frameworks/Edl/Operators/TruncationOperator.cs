using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>
/// The first dimensions of a Matryoshka order: each next is the one that explains most of what those before it leave open, so that every length is
/// the beginning of every longer one; the rest is guessed from them by least squares. Bytes as for principal components.
/// </summary>
/// <remarks>After Kusupati et al., NeurIPS 2022, where the network is trained to that order; here the order is found afterwards, by a pivoted Cholesky factorisation.</remarks>
public sealed record TruncationOperator() : CompressionOperator("truncation")
{
    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var (numbers, width) = NumberPacking.Plan(bytes, rows[0].Length);
        return NumberCodec.WithLinearDecoder(LinearMap.Choice([.. Order(rows).Take(numbers)], rows[0].Length), rows, width);
    }

    /// <summary>The places of all dimensions, the most telling first.</summary>
    internal static int[] Order(float[][] rows)
    {
        var left = RowProducts.Transposed(rows, rows) / rows.Length;
        var (order, open) = (new List<int>(), Enumerable.Range(0, left.RowCount).ToHashSet());
        while (open.Count > 0)
        {
            // What a dimension explains of all: the squared length of its row of covariances over its own variance.
            var best = open.MaxBy(place => left[place, place] > 1e-9 ? left.Row(place).DotProduct(left.Row(place)) / left[place, place] : -place);
            var own = left[best, best];
            var row = left.Row(best);
            if (own > 1e-9) left -= Vector<double>.OuterProduct(row, row) / own;
            order.Add(best);
            open.Remove(best);
        }
        return [.. order];
    }
}
