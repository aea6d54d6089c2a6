using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Projection on random directions (Johnson and Lindenstrauss), normal numbers of variance 1 / directions; read back by least squares. Bytes as for principal components.</summary>
public sealed record RandomProjectionOperator() : CompressionOperator("random projection")
{
    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var (numbers, width) = NumberPacking.Plan(bytes, rows[0].Length);
        return NumberCodec.WithLinearDecoder(LinearMap.Of(Directions(numbers, rows[0].Length, seed)), rows, width);
    }

    /// <summary>Random directions, (directions, dimensions).</summary>
    internal static Matrix<double> Directions(int directions, int dimensions, int seed)
    {
        var random = new Random(seed);
        return Matrix<double>.Build.Dense(directions, dimensions, (_, _) => Normal.Sample(random, 0, 1 / Math.Sqrt(directions)));
    }
}
