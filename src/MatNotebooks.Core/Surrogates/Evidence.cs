using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Surrogates;

/// <summary>Points and values of a function, checked and standardised.</summary>
internal sealed record Evidence(Standardization Space, double[][] Points, Vector<double> Values, double Mean, double Spread)
{
    private const int MostPoints = 5000;

    public static Evidence Of(IReadOnlyList<double[]> points, IReadOnlyList<double> values)
    {
        if (points.Count != values.Count || points.Count is 0 or > MostPoints)
            throw new ArgumentException($"There are {points.Count} points and {values.Count} values; give as many of both, 1 to {MostPoints:N0}.");
        if (points[0].Length == 0) throw new ArgumentException("Point 0 has no dimension; it needs at least 1.");
        for (var row = 0; row < points.Count; row++)
        {
            Check(points[row], points[0].Length, $"Point {row}");
            if (!double.IsFinite(values[row])) throw new ArgumentException($"Value {row} is {values[row]}; it must be finite.");
        }
        var space = Standardization.Of(points);
        var mean = values.Average();
        var spread = Standardization.Spread(values.Select(value => value - mean));
        return new(space, [.. points.Select(space.Of)], Vector<double>.Build.Dense([.. values.Select(value => (value - mean) / spread)]), mean, spread);
    }

    /// <summary>Refuses a point of another length, or with a number that is not finite.</summary>
    public static void Check(double[] point, int dimensions, string name)
    {
        if (point.Length != dimensions) throw new ArgumentException($"{name} has {point.Length} dimensions; it must have {dimensions}.");
        if (Array.FindIndex(point, value => !double.IsFinite(value)) is >= 0 and var axis)
            throw new ArgumentException($"{name} is {point[axis]} in dimension {axis}; it must be finite.");
    }
}
