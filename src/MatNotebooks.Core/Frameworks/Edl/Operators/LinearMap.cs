using System.Numerics;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>A matrix and an offset.</summary>
/// <param name="weights">The matrix, (outputs)(inputs).</param>
/// <param name="offset">What is added, (outputs); null for nothing.</param>
internal sealed class LinearMap(float[][] weights, float[]? offset = null) : IVectorMap
{
    /// <summary>The map of a matrix, (outputs, inputs).</summary>
    public static LinearMap Of(Matrix matrix, float[]? offset = null) =>
        new([.. matrix.EnumerateRows().Select(row => row.Select(value => (float)value).ToArray())], offset);

    /// <summary>Takes some numbers of a vector.</summary>
    public static LinearMap Choice(IReadOnlyList<int> places, int inputs) =>
        new([.. places.Select(place => Enumerable.Range(0, inputs).Select(other => other == place ? 1f : 0f).ToArray())]);

    public float[] Apply(ReadOnlySpan<float> vector)
    {
        var result = new float[weights.Length];
        for (var output = 0; output < result.Length; output++) result[output] = Dot(weights[output], vector) + (offset?[output] ?? 0);
        return result;
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var (sum, place) = (Vector<float>.Zero, 0);
        for (; place <= left.Length - Vector<float>.Count; place += Vector<float>.Count) sum += new Vector<float>(left[place..]) * new Vector<float>(right[place..]);
        var total = Vector.Sum(sum);
        for (; place < left.Length; place++) total += left[place] * right[place];
        return total;
    }
}
